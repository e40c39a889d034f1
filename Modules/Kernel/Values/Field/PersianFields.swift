public import Jalali
public import Persian

/// Types that are written as one text and check themselves while reading.
protocol TextualField: FieldType {
  init(parsing text: String) throws(FormatFault)
  var text: String { get }
}

extension TextualField {
  public init(value: Value) throws { self = try Self(written: value) }

  init(written value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("متن", "text") }
    do throws(FormatFault) {
      self = try Self(parsing: text)
    } catch {
      throw FieldFault("", error.code, Texts(error.fa, error.en))
    }
  }

  public var value: Value { .text(text) }
}

extension NationalID: TextualField {
  public static var kind: FieldKind { .nationalID }
  public static var sample: NationalID { get throws { try NationalID(parsing: "0076229645") } }
}

extension LegalEntityID: TextualField {
  public static var kind: FieldKind { .legalEntityID }
  public static var sample: LegalEntityID { get throws { try LegalEntityID(parsing: "10380284790") } }
}

extension IBAN: TextualField {
  public static var kind: FieldKind { .iban }
  public static var sample: IBAN { get throws { try IBAN(parsing: "IR580540105180021273113007") } }
}

extension Mobile: TextualField {
  public static var kind: FieldKind { .mobile }
  public static var sample: Mobile { get throws { try Mobile(parsing: "09123456789") } }
}

extension Province: TextualField {
  /// Rows hold the code itself; what people type is read more patiently.
  public init(value: Value) throws {
    if case .text(let text) = value, let known = Province(code: text) {
      self = known
    } else {
      self = try Self(written: value)
    }
  }

  var text: String { code }
  public static var kind: FieldKind { .province }
  public static var sample: Province { get throws { try Province(parsing: "IR-27") } }
}

extension Rial: FieldType {
  public static var kind: FieldKind { .rial }
  public static var sample: Rial { Rial(0) }

  public init(value: Value) throws {
    guard case .int(let amount) = value else { throw Self.wrongKind("مبلغ به ریال", "a whole number of rial") }
    self = Rial(amount)
  }

  public var value: Value { .int(amount) }
}

extension JalaliDay: FieldType {
  public static var kind: FieldKind { .day }
  public static var sample: JalaliDay { JalaliDay(number: 20_000) }

  public init(value: Value) throws {
    switch value {
    case .day(let day): self = day
    case .int(let number): self = JalaliDay(number: Int(number))
    case .text(let text):
      do throws(FormatFault) {
        self = try JalaliDay(parsing: text)
      } catch {
        throw FieldFault("", error.code, Texts(error.fa, error.en))
      }
    default: throw Self.wrongKind("تاریخ", "a date")
    }
  }

  public var value: Value { .day(self) }
}

extension DeadlineRule: Choice {
  public var texts: Texts { Texts(fa, en) }
}
