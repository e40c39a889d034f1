public import Jalali
public import Persian

/// Types that are written as one text and check themselves while reading.
protocol TextualField: FieldType {
  init(parsing text: String) throws(FormatFault)
  var text: String { get }
}

extension TextualField {
  /// Reads the written form as a person may write it: digits of three scripts, blanks and half-spaces.
  ///
  /// - Throws: `FieldFault` with the code of the `FormatFault` when it is not text or is written wrong.
  public init(value: Value) throws { self = try Self(written: value) }

  init(written value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("متن", "text") }
    do throws(FormatFault) {
      self = try Self(parsing: text)
    } catch {
      throw FieldFault("", error.code, Texts(error.fa, error.en))
    }
  }

  /// The one written form in which it is stored.
  public var value: Value { .text(text) }
}

extension NationalID: TextualField {
  /// A person's national ID.
  public static var kind: FieldKind { .nationalID }
  /// Ten digits with a right check digit.
  ///
  /// - Throws: nothing: the number is valid.
  public static var sample: NationalID { get throws { try NationalID(parsing: "0076229645") } }
}

extension LegalEntityID: TextualField {
  /// The national ID of a legal person.
  public static var kind: FieldKind { .legalEntityID }
  /// Eleven digits with a right check digit.
  ///
  /// - Throws: nothing: the number is valid.
  public static var sample: LegalEntityID { get throws { try LegalEntityID(parsing: "10380284790") } }
}

extension IBAN: TextualField {
  /// A bank account's number, ISO 13616.
  public static var kind: FieldKind { .iban }
  /// A Sheba with right check digits.
  ///
  /// - Throws: nothing: the number is valid.
  public static var sample: IBAN { get throws { try IBAN(parsing: "IR580540105180021273113007") } }
}

extension Mobile: TextualField {
  /// A mobile number.
  public static var kind: FieldKind { .mobile }
  /// Eleven digits from 09 on.
  ///
  /// - Throws: nothing: the number is valid.
  public static var sample: Mobile { get throws { try Mobile(parsing: "09123456789") } }
}

extension Province: TextualField {
  /// Rows hold the code itself; what people type is read more patiently.
  ///
  /// - Throws: `FieldFault` for what names no province.
  public init(value: Value) throws {
    if case .text(let text) = value, let known = Province(code: text) {
      self = known
    } else {
      self = try Self(written: value)
    }
  }

  var text: String { code }
  /// One of the 31 provinces.
  public static var kind: FieldKind { .province }
  /// Golestan, IR-27 of ISO 3166-2.
  ///
  /// - Throws: nothing: the province exists.
  public static var sample: Province { get throws { try Province(parsing: "IR-27") } }
}

extension Rial: FieldType {
  /// Money.
  public static var kind: FieldKind { .rial }
  /// Nothing owed.
  public static var sample: Rial { Rial(0) }

  /// Reads a whole number of rial.
  ///
  /// - Throws: `FieldFault` for anything but a whole number.
  public init(value: Value) throws {
    guard case .int(let amount) = value else { throw Self.wrongKind("مبلغ به ریال", "a whole number of rial") }
    self = Rial(amount)
  }

  /// The amount in rial.
  public var value: Value { .int(amount) }
}

extension JalaliDay: FieldType {
  /// A day, without time and zone.
  public static var kind: FieldKind { .day }
  /// Some day; which one does not matter.
  public static var sample: JalaliDay { JalaliDay(number: 20_000) }

  /// Reads a day: of a row its number, of an input Jalali (`1405/01/01`) or ISO 8601 text.
  ///
  /// - Throws: `FieldFault` with the code of the `FormatFault` for text that is no day, `field.kind` for anything else.
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

  /// The day itself; a column holds its number.
  public var value: Value { .day(self) }
}

extension DeadlineRule: Choice {
  /// What the rule is called.
  public var texts: Texts { Texts(fa, en) }
}
