import Persian
import SharedData
import Testing

@Suite struct IdentifierTests {
  static let vectors = "domain/data/id_test_vectors.json"

  private struct Vectors: Decodable {
    struct Kind: Decodable {
      let valid: [String]
      let validPublished: [String]
      let invalid: [String]
    }
    struct Phones: Decodable {
      let accept: [String: String]
      let reject: [String]
    }
    let nationalID: Kind
    let legalID: Kind
    let iban: Kind
    let mobile: Phones
  }

  // Where ../shared is absent this is reported as skipped; the literal numbers below remain.
  @Test(.enabled(if: SharedData.has(vectors)))
  func `every vector of the shared file is judged as it says`() throws {
    let all = try SharedData.decode(Vectors.self, Self.vectors)
    try check(all.nationalID, NationalID.self)
    try check(all.legalID, LegalEntityID.self)
    try check(all.iban, IBAN.self)
    for (typed, canonical) in all.mobile.accept { #expect(try Mobile(parsing: typed).text == canonical) }
    for text in all.mobile.reject { #expect(throws: FormatFault.self, "\(text)") { try Mobile(parsing: text) } }
  }

  private func check<Value: WrittenValue>(_ kind: Vectors.Kind, _ type: Value.Type) throws {
    for text in kind.valid + kind.validPublished {
      #expect(try Value(parsing: text).text == text)
      #expect(try Value(parsing: PersianText.persianDigits(text)).text == text)
    }
    for text in kind.invalid { #expect(throws: FormatFault.self, "\(text)") { try Value(parsing: text) } }
  }

  @Test(
    arguments: [
      ("6551167391", nil), ("0076229645", nil), ("۱۵۸۳۲۵۰۶۸۹", nil), ("٠٩٥٩٧٤٤٤٨٧", nil),
      (" 007-622964-5\u{200F}", nil),
      ("6551167392", "national-id.check-digit"), ("0000000000", "national-id.repeated"),
      ("1111111111", "national-id.repeated"), ("123456789", "national-id.length"), ("76229645", "national-id.length"),
      ("12345678901", "national-id.length"), ("", "national-id.unreadable"), ("abcdefghij", "national-id.unreadable"),
      ("99999999999999999999999999", "national-id.unreadable"),
    ] as [(String, String?)])
  func `national IDs`(text: String, code: String?) {
    #expect(fault { _ = try NationalID(parsing: text) }?.code == code)
  }

  @Test func `lost leading zeros are suspected and offered, never filled in`() throws {
    let short = fault { _ = try NationalID(parsing: "76229645") }
    #expect(short?.fa.contains("صفرهای") == true)
    #expect(short?.en.contains("leading zeros") == true)
    #expect(fault { _ = try NationalID(parsing: "7622964") }?.fa.contains("صفرهای") == false)
    #expect(NationalID.suggestion(for: "76229645")?.text == "0076229645")
    #expect(NationalID.suggestion(for: "۷۶۲۲۹۶۴۵")?.text == "0076229645")
    #expect(NationalID.suggestion(for: "959744487")?.text == "0959744487")
    #expect(NationalID.suggestion(for: "76229646") == nil)
    #expect(NationalID.suggestion(for: "0076229645") == nil)
  }

  @Test func `a legal-entity ID with a doubtful check digit can still be held`() throws {
    #expect(try LegalEntityID(parsing: "10380284790").checkDigitAgrees)
    #expect(fault { _ = try LegalEntityID(parsing: "14035615978") }?.code == "legal-entity-id.check-digit")
    #expect(fault { _ = try LegalEntityID(parsing: "10300000001") }?.code == "legal-entity-id.check-digit")
    // The weighted sum agrees here; the six zeros alone speak against it.
    #expect(fault { _ = try LegalEntityID(parsing: "10300000008") }?.code == "legal-entity-id.check-digit")
    #expect(fault { _ = try LegalEntityID(unchecked: "1403561597") }?.code == "legal-entity-id.form")
    let doubtful = try LegalEntityID(unchecked: "14035615978")
    #expect(!doubtful.checkDigitAgrees)
  }

  @Test func `IBANs with and without letters and spaces`() throws {
    let iban = try IBAN(parsing: "ir58 0540 1051 8002 1273 1130 07")
    #expect(iban.text == "IR580540105180021273113007")
    #expect(iban.bankCode == "054")
    #expect(try IBAN(parsing: "580540105180021273113007") == iban)
    #expect(try IBAN(parsing: "IR041735879389785895931769").text == "IR041735879389785895931769")
    #expect(fault { _ = try IBAN(parsing: "IR590540105180021273113007") }?.code == "iban.check-digits")
    for bad in ["", "IR", "DE580540105180021273113007", "IR5805401051800212731130071", "I580540105180021273113007"] {
      #expect(fault { _ = try IBAN(parsing: bad) }?.code == "iban.form", "\(bad)")
    }
  }

  @Test func `mobile numbers`() throws {
    for text in ["09123456789", "+989123456789", "00989123456789", "9123456789", "0912 345 6789", "۰۹۱۲۳۴۵۶۷۸۹"] {
      #expect(try Mobile(parsing: text).text == "+989123456789")
    }
    for bad in [
      "0912345678", "091234567890", "08123456789", "01732221234", "", "+9891234567890", "+09123456789", "0912x456789",
    ] {
      #expect(fault { _ = try Mobile(parsing: bad) }?.code == "mobile.form", "\(bad)")
    }
    let mobile = try Mobile(parsing: "09000000007")
    #expect(mobile.text == "+989000000007")
    #expect(mobile.national == "09000000007")
    #expect(mobile.hasKnownPrefix)
    #expect(try !Mobile(parsing: "09503456789").hasKnownPrefix)
  }

  @Test func `printing, logging and dumping show the masked form only`() throws {
    let id = try NationalID(parsing: "6551167391")
    #expect(id.masked == "******7391")
    #expect(try Mobile(parsing: "09123456789").masked == "+98******6789")
    #expect(try IBAN(parsing: "IR580540105180021273113007").masked == "IR********************3007")
    #expect(try LegalEntityID(parsing: "10380284790").masked == "*******4790")
    var dumped = ""
    dump([id], to: &dumped)
    for shown in ["\(id)", String(reflecting: id), "\([id])", dumped] {
      #expect(shown.contains("******7391") && !shown.contains("6551167391"))
    }
  }
}

/// The fault a reading throws, nil if it throws none.
func fault(_ reading: () throws -> Void) -> FormatFault? {
  do {
    try reading()
    return nil
  } catch {
    return error as? FormatFault
  }
}
