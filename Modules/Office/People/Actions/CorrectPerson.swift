public import Contracts
public import Jalali
public import Persian
public import Registry
import Store
public import Values

/// Corrects what was registered; what is left out stays as it is. The old values remain in the ledger's commitments.
public struct CorrectPerson: Action {
  public var person: Ref<PersonEntity>
  public var idKind: IDKind?
  public var nationalID: Secret<NationalID>?
  public var foreignID: Secret<String>?
  public var idReason: String?
  public var firstName: Personal<String>?
  public var familyName: Personal<String>?
  public var fatherName: Personal<String>?
  public var birth: Personal<JalaliDay>?
  public var isLiterate: Bool?
  public var gender: Gender?
  public var mobile: Secret<Mobile>?
  public var address: Secret<String>?
  public var consentedOn: JalaliDay?
  public var reason: String

  public static let spec = Spec(
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

  public func perform(in work: borrowing UnitOfWork) throws -> PersonSheet {
    var row = try work.require(Person.self, person)
    work.because(reason)
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
      return PersonSheet(corrected, similar: try DuplicateSearch.similar(to: corrected.id, in: work.look))
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
