import Persian

/// How strictly an input is read.
public enum InputMode: Sendable {
  /// JSON: kinds must match; nothing is guessed.
  case strict
  /// Typed text (console, CSV, query strings, forms), as `TypedText` reads it.
  case typed
}

extension Field {
  /// Checks an input against its declared fields and gives back the canonical form.
  ///
  /// - Throws: `Refusal` of kind `malformed` with *all* faults found, each with its pointer.
  public static func conform(_ input: Value, to fields: [Field], mode: InputMode) throws -> Value {
    var faults: [FieldFault] = []
    let canonical = object(input, fields, "", mode, &faults)
    guard faults.isEmpty else { throw Refusal.input(faults) }
    return canonical
  }

  private static func object(
    _ input: Value, _ fields: [Field], _ pointer: String, _ mode: InputMode, _ faults: inout [FieldFault]
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
      guard given != .null, mode == .strict || !TypedText.isNothing(given, for: field.kind) else {
        if !field.isOptional {
          faults.append(
            FieldFault(
              "\(pointer)/\(field.name)", "field.required", Texts("این مورد لازم است.", "This field is required.")))
        }
        continue
      }
      canonical.append(.init(field.name, field.read(given, "\(pointer)/\(field.name)", mode, &faults)))
    }
    return .object(canonical)
  }

  private func read(_ given: Value, _ pointer: String, _ mode: InputMode, _ faults: inout [FieldFault]) -> Value {
    do {
      if case .text(let text) = given, text.utf8.contains(0xEF), text.unicodeScalars.contains("\u{FFFD}") { throw FieldFault.damaged }
      let given = mode == .typed ? try TypedText.value(given, for: kind) : given
      switch kind {
      case .object(let fields): return Field.object(given, fields, pointer, mode, &faults)
      case .list(let element):
        guard case .list(let items) = given else {
          throw FieldFault("", "field.kind", Texts("باید یک فهرست باشد.", "Must be a list."))
        }
        return .list(items.enumerated().map { element.read($1, "\(pointer)/\($0)", mode, &faults) })
      default: return try leaf(given)
      }
    } catch let fault as FieldFault {
      faults.append(FieldFault(pointer + fault.pointer, fault.code, fault.texts))
    } catch let refusal as Refusal {
      faults += refusal.faults.map { FieldFault(pointer + $0.pointer, $0.code, $0.texts) }
    } catch {
      faults.append(FieldFault(pointer, "field.kind", Texts("خوانده نشد.", "Could not be read.")))
    }
    return .null
  }

  private func leaf(_ given: Value) throws -> Value {
    if case .int = given, case .day = kind { throw FieldFault.numberForDay }
    if case .int(let number) = given, !CanonicalJSON.integers.contains(number) { throw Int64.wrongKind("عدد صحیح", "a whole number") }
    // Bytes are counted at once, and there are never fewer of them.
    if let mostScalars, case .text(let text) = given, text.utf8.count > mostScalars, text.unicodeScalars.count > mostScalars {
      throw FieldFault.tooLong(text.unicodeScalars.count, most: mostScalars)
    }
    return try parse?(given) ?? given
  }
}

extension FieldFault {
  /// What a reader of another encoding leaves of letters: kept, it would be all that is left of a name.
  fileprivate static let damaged = FieldFault(
    "", "text.damaged",
    Texts(
      "متن در راه آسیب دیده است (به جای حرف، � دارد)؛ از نو بنویسید یا فایل را با رمزگذاری درست بفرستید.",
      "The text was damaged on its way (it has � for a letter); write it again, or send the file in its right encoding."))

  fileprivate static func tooLong(_ count: Int, most: Int) -> FieldFault {
    FieldFault(
      "", "field.too-long",
      Texts(
        PersianText.persianDigits("این متن \(count) نویسه دارد؛ بیش از \(most) نویسه پذیرفته نیست. کوتاه‌ترش کنید."),
        "The text has \(count) characters; no more than \(most) are taken. Shorten it."))
  }

  fileprivate static let numberForDay = FieldFault(
    "", "field.kind", Texts("تاریخ باید متن باشد، مانند ۱۴۰۵/۰۱/۰۱.", "A date must be text, such as 1405/01/01."))
}
