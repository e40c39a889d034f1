import Contracts
import Feature

/// Records a letter that went out and starts the agency's clock.
struct SendEnquiry: Action {
  var object: String
  var agency: Agency
  var agencyName: String?
  var person: Ref<PersonEntity>?
  var letterNumber: String
  var letterDate: JalaliDay
  var province: Province?

  static let spec = Spec(
    "enquiries.send", "ثبت استعلام", "Send an enquiry", .post, "/enquiries", permission: .enquiriesWrite,
    fields: [
      "object": ("موضوع: نام یا کد، مانند institutes.institute/12", "about what: a name or code, such as institutes.institute/12"),
      "agency": ("مرجع", "agency"), "agencyName": ("نام مرجع، اگر «دیگر» است", "which one, if another"),
      "person": ("دربارهٔ چه کسی", "about whom"), "letterNumber": ("شمارهٔ نامه", "number of the letter"),
      "letterDate": ("تاریخ نامه", "date of the letter"),
      "province": ("استان؛ تنها اگر موضوع استانی ندارد", "province; only where the object has none"),
    ], examples: ["object": "GR-27-1403-0001"])

  func perform(in work: borrowing Transaction) throws -> Enquiry {
    let subject = try work.object(named: object)
    guard let place = subject.province ?? province ?? work.home else {
      throw Refusal.input("/province", "field.required", Texts("استان را بنویسید.", "Name the province."))
    }
    let name = agencyName.map { PersianText.stored($0) }.flatMap { $0.isEmpty ? nil : $0 }
    try work.require(
      EnquiryTerm.self, .init(agency: agency, isNamed: name != nil, letterDate: letterDate), in: place)
    var row = try work.insert(
      Enquiry(
        province: place, county: subject.county, object: subject.name, agency: agency, agencyName: name,
        person: try person.map { try work.person($0).id },
        letterNumber: try LetterNumber(letterNumber, at: "/letterNumber").text, letterDate: letterDate, due: letterDate,
        state: .sent))
    let terms = try work.parameters(of: EnquiryTerm.self, in: place)
    row.due = try work.openDeadline(
      Enquiry.deadline, for: row.name, in: place, from: letterDate, days: terms.days(for: agency), rule: terms.counting,
      texts: Texts("پاسخ استعلام \(row.code) از \(agency.texts.fa)", "answer to \(row.code) from the \(agency.texts.en)"))
    return try work.update(row)
  }
}
