import Jalali
import Persian
import Values

/// One cell, ready to be laid out.
struct Cell: Equatable {
  enum Kind { case null, number, day, text }

  var text: String
  var kind: Kind
  /// A date as it is written elsewhere, for where there is room to say both.
  var gregorian = ""
  /// The things of a list, for where they can become a table of their own; `text` holds them on one line.
  var things: [Value] = []
  /// What says the whole in words, for where there is room for paragraphs; `text` holds it on one line.
  var sentences: [String] = []
}

/// An answer as rows and columns, with Persian columns last.
struct Grid {
  var columns: [String]
  var rows: [[Cell]]
  /// The answer was one thing, not a list of things.
  var isSingle: Bool

  /// - Parameters:
  ///   - value: an object, a list, a page `{items, next}`, or an object that holds nothing but a list of things.
  ///   - expected: columns that a list is known to have, also when it is empty.
  ///   - isOpened: a thing inside a thing becomes columns with dotted names (`coverage.covered`), for people to read.
  init(_ value: Value, expected: [String] = [], isOpened: Bool = false) {
    let items: [Value]
    switch value {
    case .object(let members):
      let inner = value.isPage ? value["items"]?.items : members.count == 1 ? members.first?.value.things : nil
      (items, isSingle) = inner.map { ($0, false) } ?? ([value], true)
    case .list(let list): (items, isSingle) = (list, false)
    default: (items, isSingle) = ([value], true)
    }
    let records = items.map { Grid.record($0, isOpened) }
    // A known column that came opened stands where it was expected.
    var names: [String] = []
    var known: Set<String> = []
    let given = records.flatMap { $0.map(\.0) }
    for name in isSingle ? [] : expected {
      let opened = given.filter { $0.hasPrefix(name + ".") }
      for name in opened.isEmpty ? [name] : opened where known.insert(name).inserted { names.append(name) }
    }
    for name in given where known.insert(name).inserted { names.append(name) }
    if isOpened {
      // A thing that is absent from some rows gets no column besides its opened ones.
      let told = Set(records.flatMap { $0.filter { $0.1.kind != .null }.map(\.0) })
      names = names.filter { name in told.contains(name) || !given.contains { $0.hasPrefix(name + ".") } }
    }
    columns = names
    rows = records.map { record in
      let byName = Dictionary(record) { first, _ in first }
      return names.map { byName[$0] ?? Cell(text: "", kind: .null) }
    }
  }

  private static func record(_ value: Value, _ isOpened: Bool, under prefix: String = "") -> [(String, Cell)] {
    guard case .object(let members) = value else { return [("value", cell(value))] }
    return members.flatMap { member -> [(String, Cell)] in
      let name = prefix + member.name
      // The Jalali twin of a date takes the place of the date.
      if let twin = value[JSONWriter.twin(of: member.name)], case .text(let text) = twin {
        return [(name, Cell(text: text, kind: .day, gregorian: member.value.string ?? ""))]
      }
      if member.name.hasSuffix("Jalali"), value[String(member.name.dropLast(6))] != nil { return [] }
      // Code and name of what a number refers to have columns of their own.
      if let base = ReferenceName.base(of: member.name), value[base] != nil, case .object(let inner) = member.value {
        return inner.map { (prefix + base + $0.name.prefix(1).uppercased() + $0.name.dropFirst(), cell($0.value)) }
      }
      if let said = member.value.markedSentences {
        return [(name, Cell(text: said.joined(separator: " "), kind: .text, sentences: said))]
      }
      if isOpened, case .object(let inner) = member.value, !inner.isEmpty {
        return record(member.value, true, under: name + ".")
      }
      return [(name, cell(member.value, isOpened))]
    }
  }

  /// Things of a list as people read them on one line: `place: 2, name: Gorgan; place: 3, …`.
  private static func told(_ items: [Value]) -> String {
    items.map { item in
      guard case .object = item else { return cell(item, true).text }
      return record(item, true).filter { $0.1.kind != .null }.map { "\($0.0): \($0.1.text)" }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private static func cell(_ value: Value, _ isOpened: Bool = false) -> Cell {
    switch value {
    case .null: return Cell(text: "", kind: .null)
    case .bool(let flag): return Cell(text: flag ? "true" : "false", kind: .text)
    case .int(let number): return Cell(text: String(number), kind: .number)
    case .text(let text): return Cell(text: text, kind: .text)
    case .day(let day): return Cell(text: day.text, kind: .day, gregorian: day.iso)
    case .secret(let inner): return Cell(text: Mask.text(inner), kind: .text)
    case .personal(let inner): return cell(inner, isOpened)
    case .list(let items):
      if items.isEmpty { return Cell(text: "", kind: .null) }
      let isFlat = items.allSatisfy { if case .object = $0 { false } else if case .list = $0 { false } else { true } }
      if isFlat { return Cell(text: items.map { cell($0).text }.joined(separator: ", "), kind: .text) }
      return Cell(text: isOpened ? told(items) : JSONWriter.text(value), kind: .text, things: value.things ?? [])
    case .object(let members):
      return members.isEmpty ? Cell(text: "", kind: .null) : Cell(text: JSONWriter.text(value), kind: .text)
    case .bytes: return Cell(text: JSONWriter.text(value), kind: .text)
    }
  }

  /// The same with the columns that hold Persian text moved to the end: there they cannot disturb the others.
  var persianLast: Grid {
    let isPersian = columns.indices.map { column in rows.contains { Visible.isRightToLeft($0[column].text) } }
    let order = columns.indices.filter { !isPersian[$0] } + columns.indices.filter { isPersian[$0] }
    var grid = self
    grid.columns = order.map { columns[$0] }
    grid.rows = rows.map { row in order.map { row[$0] } }
    return grid
  }
}

extension Value {
  /// `{"items": […], "next": …}`.
  var isPage: Bool {
    guard case .object(let members) = self, case .list? = self["items"] else { return false }
    return members.allSatisfy { ["items", "next", "total"].contains($0.name) }
  }

  /// The items of a list that holds objects and nothing else.
  fileprivate var things: [Value]? {
    guard case .list(let items) = self, !items.isEmpty else { return nil }
    return items.allSatisfy { if case .object = $0 { true } else { false } } ? items : nil
  }
}
