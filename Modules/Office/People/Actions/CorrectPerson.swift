import Contracts
import Feature

/// Corrects what was registered; what is left out stays as it is. The old values remain in the ledger's commitments.
struct CorrectPerson: Action {
  var person: Ref<PersonEntity>
  var idKind: IDKind?
  var nationalID: Secret<NationalID>?
  var foreignID: Secret<String>?
  var idReason: String?
  var firstName: Personal<String>?
  var familyName: Personal<String>?
  var fatherName: Personal<String>?
  var birth: Personal<JalaliDay>?
  var isLiterate: Bool?
  var gender: Gender?
  var mobile: Secret<Mobile>?
  var address: Secret<String>?
  var consentedOn: JalaliDay?
  var reason: String

  static let spec = Spec(
    "people.correct", "اصلاح مشخصات شخص", "Correct a person", .patch, "/people/{person}", permission: .peopleWrite,
    weight: .serious,
    fields: [
      "person": ("شخص", "the person"), "idKind": ("نوع شناسه", "kind of ID"), "nationalID": ("کد ملی", "national ID"),
      "foreignID": ("شناسهٔ اتباع خارجی", "foreign national's ID"),
      "idReason": ("چرا کد ملی ندارد", "why there is no national ID"), "firstName": ("نام", "first name"),
      "familyName": ("نام خانوادگی", "family name"), "fatherName": ("نام پدر", "father's name"),
      "birth": ("تاریخ تولد", "birth date"), "isLiterate": ("باسواد است", "can read and write"),
      "gender": ("جنسیت", "gender"), "mobile": ("شمارهٔ همراه", "mobile number"), "address": ("نشانی", "address"),
      "consentedOn": ("روزی که رضایت داد", "the day of the person's consent"),
      "reason": ("چرا اصلاح می‌شود و بر پایهٔ چه سندی", "why, and on what evidence"),
    ])

  func perform(in work: borrowing Transaction) throws -> PersonView {
    var row = try work.require(Person.self, person)
    work.setReason(reason)
    let id = newID(over: row)
    if let birth { row.birth = birth }
    if let isLiterate { row.isLiterate = Personal(isLiterate) }
    if let gender { row.gender = Personal(gender) }
    if let mobile { row.mobile = mobile }
    if let address { row.address = Secret(PersianText.stored(address.content)) }
    if let consentedOn { row.consentedOn = consentedOn }
    try work.require(
      PersonIdentity.self, id.facts(birth: row.birth.content, consentedOn: row.consentedOn), in: row.province)
    row.take(
      try PersonNames(
        first: (firstName ?? row.firstName).content, family: (familyName ?? row.familyName).content,
        father: (fatherName ?? row.fatherName).content))
    row.take(id, index: id.index(in: work))
    do {
      let corrected = try work.update(row)
      return PersonView(corrected, similar: try DuplicateSearch.similar(to: corrected.id, in: work.snapshot))
    } catch let refusal as Refusal where refusal.code == "conflict.exists" {
      throw Refusal.identityKnown()
    }
  }

  /// A change of kind leaves the other kind's number behind.
  private func newID(over row: Person) -> PersonID {
    let kind = idKind ?? row.idKind
    let old = kind == row.idKind
    return PersonID(
      kind, national: nationalID?.content ?? (old ? row.nationalID?.content : nil),
      foreign: foreignID?.content ?? (old ? row.foreignID?.content : nil),
      reason: idReason ?? (old ? row.idReason?.content : nil))
  }
}
