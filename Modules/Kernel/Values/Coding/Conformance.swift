import Persian

/// How strictly an input is read.
public enum Reading: Sendable {
  /// JSON: kinds must match; nothing is guessed.
  case strict
  /// Typed text (console, CSV, query strings): numbers, truth values and lists may be written out.
  case typed
}

extension Field {
  /// Checks an input against its declared fields and gives back the canonical form.
  ///
  /// - Throws: `Refusal` of kind `malformed` with *all* faults found, each with its pointer.
  public static func conform(_ input: Value, to fields: [Field], reading: Reading) throws -> Value {
    var faults: [FieldFault] = []
    let canonical = object(input, fields, "", reading, &faults)
    guard faults.isEmpty else { throw Refusal.input(faults) }
    return canonical
  }

  private static func object(
    _ input: Value, _ fields: [Field], _ pointer: String, _ reading: Reading, _ faults: inout [FieldFault]
  ) -> Value {
    guard case .object(let members) = input else {
      faults.append(FieldFault(pointer, "field.kind", Texts("باید یک شیء باشد.", "Must be an object.")))
      return .null
    }
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      let known = fields.map(\.name).joined(separator: ", ")
      faults.append(
        FieldFault(
          "\(pointer)/\(JSONPointer.escaped(member.name))", "field.unknown",
          Texts("این فیلد شناخته نیست. فیلدها: \(known)", "This field is not known. Fields: \(known)")))
    }
    var canonical: [Value.Member] = []
    for field in fields {
      let given = members.first { $0.name == field.name }?.value ?? .null
      guard given != .null else {
        if !field.isOptional {
          faults.append(
            FieldFault(
              "\(pointer)/\(field.name)", "field.required", Texts("این مورد لازم است.", "This field is required.")))
        }
        continue
      }
      canonical.append(.init(field.name, field.read(given, "\(pointer)/\(field.name)", reading, &faults)))
    }
    return .object(canonical)
  }

  private func read(_ given: Value, _ pointer: String, _ reading: Reading, _ faults: inout [FieldFault]) -> Value {
    switch kind {
    case .object(let fields): return Field.object(given, fields, pointer, reading, &faults)
    case .list(let element):
      guard case .list(let items) = reading == .typed ? Field.writtenOut(given) : given else {
        faults.append(FieldFault(pointer, "field.kind", Texts("باید یک فهرست باشد.", "Must be a list.")))
        return .null
      }
      return .list(items.enumerated().map { element.read($1, "\(pointer)/\($0)", reading, &faults) })
    default:
      do {
        if case .int = given, case .day = kind { throw JSONKind.day }
        guard let parse else { return given }
        let plain = reading == .typed ? fromText(given) : given
        if case .int(let number) = plain, !CanonicalJSON.integers.contains(number) { throw Int64.wrongKind("عدد صحیح", "a whole number") }
        return try parse(plain)
      } catch let fault as FieldFault {
        faults.append(FieldFault(pointer + fault.pointer, fault.code, fault.texts))
      } catch {
        faults.append(FieldFault(pointer, "field.kind", Texts("خوانده نشد.", "Could not be read.")))
      }
      return .null
    }
  }

  /// Typed text for a field that wants a number, the number of a row, or a truth value.
  private func fromText(_ given: Value) -> Value {
    guard case .text(let text) = given else { return given }
    switch kind {
    case .int, .rial, .reference:
      return Field.wholeNumber(text).map(Value.int) ?? given
    case .bool:
      switch text.lowercased() {
      case "true", "yes", "1", "بله", "آری", "درست": return true
      case "false", "no", "0", "خیر", "نه", "نادرست": return false
      default: return given
      }
    default: return given
    }
  }

  /// Digits of any script, grouped by threes or not at all: `1,5` might mean a fraction and is no whole number.
  private static func wholeNumber(_ text: String) -> Int64? {
    var plain = PersianText.stored(PersianText.asciiDigits(text))[...]
    let isNegative = plain.hasPrefix("-")
    if isNegative { plain = plain.dropFirst() }
    let groups = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "٬" || $0 == "_" }
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), groups.count == 1 || (1...3).contains(groups[0].utf8.count),
      groups.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Int64((isNegative ? "-" : "") + groups.joined())
  }

  private static func writtenOut(_ given: Value) -> Value {
    guard case .text(let text) = given else { return given }
    let parts = text.split(whereSeparator: { $0 == "," || $0 == "،" || $0 == ";" })
    return .list(parts.map { .text(PersianText.stored(String($0))) })
  }
}

private enum JSONKind {
  static var day: FieldFault {
    FieldFault("", "field.kind", Texts("تاریخ باید متن باشد، مانند ۱۴۰۵/۰۱/۰۱.", "A date must be text, such as 1405/01/01."))
  }
}
