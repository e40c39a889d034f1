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
        province: place, county: subject.county, object: ThingName(subject.name), agency: agency, agencyName: name,
        person: try person.map { try work.person($0).id },
        letterNumber: try LetterNumber(letterNumber, at: "/letterNumber").text, letterDate: letterDate, due: letterDate,
        state: .sent))
    let terms = try work.parameters(of: EnquiryTerm.self, in: place)
    row.due = try work.openDeadline(
      Enquiry.deadline, for: row.name, in: place, from: letterDate, days: terms.days(for: agency), rule: terms.counting,
      texts: Texts("پاسخ استعلام \(row.code) از \(agency.texts.fa)", "answer to \(row.code) from the \(agency.texts.en)"),
      roles: Permission.enquiriesWrite.holders.filter { role in work.principal.grants.contains { $0.role == role.id } })
    return try work.update(row)
  }
}

/// Records the answer; days behind the last one are booked to the agency.
struct AnswerEnquiry: Action {
  var enquiry: Ref<EnquiryEntity>
  var answerNumber: String
  var answerDate: JalaliDay
  var isFavourable: Bool
  var text: Personal<String>?
  var validUntil: JalaliDay?

  static let spec = Spec(
    "enquiries.answer", "ثبت پاسخ استعلام", "Record the answer", .post, "/enquiries/{enquiry}/answer",
    permission: .enquiriesWrite,
    fields: [
      "enquiry": ("استعلام", "the enquiry"), "answerNumber": ("شمارهٔ پاسخ", "number of the answer"),
      "answerDate": ("تاریخ پاسخ", "date of the answer"), "isFavourable": ("بی‌مانع است", "no objection"),
      "text": ("متن پاسخ", "what it says"), "validUntil": ("اعتبار تا", "valid until"),
    ])

  func perform(in work: borrowing Transaction) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.move(&row, by: .answer)
    try work.require(
      AnswerDates.self, .init(letterDate: row.letterDate, answerDate: answerDate, validUntil: validUntil), in: row.province)
    row.due = try work.lastDay(Enquiry.deadline, for: row.name) ?? row.due
    row.answerNumber = try LetterNumber(answerNumber, at: "/answerNumber").text
    row.answerDate = answerDate
    row.isFavourable = isFavourable
    row.answerText = text.map { Personal(PersianText.stored($0.content, keepingLines: true)) }
    row.validUntil = validUntil
    row.daysHeld = answerDate.number - row.letterDate.number
    row.daysLate = max(0, answerDate.number - row.due.number)
    try work.meetDeadline(Enquiry.deadline, for: row.name)
    return try work.update(row)
  }
}

/// Takes an enquiry back: sent by mistake, or no longer needed.
struct WithdrawEnquiry: Action {
  var enquiry: Ref<EnquiryEntity>
  var reason: String

  static let spec = Spec(
    "enquiries.withdraw", "پس‌گرفتن استعلام", "Withdraw an enquiry", .post, "/enquiries/{enquiry}/withdraw",
    permission: .enquiriesWrite, weight: .serious,
    fields: ["enquiry": ("استعلام", "the enquiry"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Enquiry {
    var row = try work.require(Enquiry.self, enquiry)
    try work.move(&row, by: .withdraw)
    work.setReason(reason)
    try work.meetDeadline(Enquiry.deadline, for: row.name)
    return try work.update(row)
  }
}
