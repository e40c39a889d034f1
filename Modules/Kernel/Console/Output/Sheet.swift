import Jalali
import Persian
import Values

/// One cell, ready to be laid out.
struct Cell: Equatable {
  enum Kind { case null, number, day, text }

  var text: String
  var kind: Kind
}

/// An answer as rows and columns, with Persian columns last.
struct Sheet {
  var columns: [String]
  var rows: [[Cell]]
  /// The answer was one thing, not a list of things.
  var isSingle: Bool

  /// - Parameters:
  ///   - value: an object, a list, or a page `{items, next}`.
  ///   - expected: columns that a list is known to have, also when it is empty.
  init(_ value: Value, expected: [String] = []) {
    let items: [Value]
    switch value {
    case .object: (items, isSingle) = value.isPage ? (value["items"]?.items ?? [], false) : ([value], true)
    case .list(let list): (items, isSingle) = (list, false)
    default: (items, isSingle) = ([value], true)
    }
    let records = items.map(Sheet.record)
    var names = isSingle ? [] : expected
    var known = Set(names)
    for record in records { for (name, _) in record where known.insert(name).inserted { names.append(name) } }
    let cells = records.map { record in
      let byName = Dictionary(record) { first, _ in first }
      return names.map { byName[$0] ?? Cell(text: "", kind: .null) }
    }
    columns = names
    rows = cells
  }

  private static func record(_ value: Value) -> [(String, Cell)] {
    guard case .object(let members) = value else { return [("value", cell(value))] }
    return members.compactMap { member in
      // The Jalali twin of a date takes the place of the date.
      if let twin = value[member.name + "Jalali"], case .text(let text) = twin {
        return (member.name, Cell(text: text, kind: .day))
      }
      let isTwin = member.name.hasSuffix("Jalali") && value[String(member.name.dropLast(6))] != nil
      return isTwin ? nil : (member.name, cell(member.value))
    }
  }

  private static func cell(_ value: Value) -> Cell {
    switch value {
    case .null: return Cell(text: "", kind: .null)
    case .bool(let flag): return Cell(text: flag ? "true" : "false", kind: .text)
    case .int(let number): return Cell(text: String(number), kind: .number)
    case .text(let text): return Cell(text: text, kind: .text)
    case .day(let day): return Cell(text: day.text, kind: .day)
    case .secret(let inner): return Cell(text: Mask.text(inner), kind: .text)
    case .personal(let inner): return cell(inner)
    case .list(let items):
      let isFlat = items.allSatisfy { if case .object = $0 { false } else if case .list = $0 { false } else { true } }
      return Cell(
        text: isFlat ? items.map { cell($0).text }.joined(separator: ", ") : JSONWriter.text(value), kind: .text)
    case .bytes, .object: return Cell(text: JSONWriter.text(value), kind: .text)
    }
  }

  /// The same with the columns that hold Persian text moved to the end: there they cannot disturb the others.
  var persianLast: Sheet {
    let isPersian = columns.indices.map { column in rows.contains { Visible.isRightToLeft($0[column].text) } }
    let order = columns.indices.filter { !isPersian[$0] } + columns.indices.filter { isPersian[$0] }
    var sheet = self
    sheet.columns = order.map { columns[$0] }
    sheet.rows = rows.map { row in order.map { row[$0] } }
    return sheet
  }
}

extension Value {
  /// `{"items": […], "next": …}`.
  var isPage: Bool {
    guard case .object(let members) = self, case .list? = self["items"] else { return false }
    return members.allSatisfy { ["items", "next", "total"].contains($0.name) }
  }
}
