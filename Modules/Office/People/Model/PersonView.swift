import Contracts
import Feature

/// A person as officers see them: without the keys that only the store needs.
struct PersonView: Codable, Sendable {
  var id: ID<PersonEntity>
  var rev: Int
  var code: String
  var province: Province
  var county: ID<CountyEntity>?
  var idKind: IDKind
  var nationalID: Secret<NationalID>?
  var foreignID: Secret<String>?
  var idReason: Personal<String>?
  var firstName: Personal<String>
  var familyName: Personal<String>
  var fatherName: Personal<String>
  var birth: Personal<JalaliDay>
  var isLiterate: Personal<Bool>
  var gender: Personal<Gender>?
  var mobile: Secret<Mobile>?
  var address: Secret<String>?
  var consentedOn: JalaliDay?
  /// What the person at the desk should look at again; nothing was refused for it.
  var warnings: [Remark]
  /// Registrations that look like the same person; only people decide.
  var similar: [Likeness]

  struct Remark: Codable, Sendable {
    var code: String
    var fa: String
    var en: String
  }

  init(_ person: Person, similar: [Likeness] = []) {
    id = person.id
    rev = person.rev
    code = person.code
    province = person.province
    county = person.county
    idKind = person.idKind
    nationalID = person.nationalID
    foreignID = person.foreignID
    idReason = person.idReason
    firstName = person.firstName
    familyName = person.familyName
    fatherName = person.fatherName
    birth = person.birth
    isLiterate = person.isLiterate
    gender = person.gender
    mobile = person.mobile
    address = person.address
    consentedOn = person.consentedOn
    warnings = PersonView.warnings(person)
    self.similar = similar
  }

  private static func warnings(_ person: Person) -> [Remark] {
    guard let mobile = person.mobile?.content, !mobile.hasKnownPrefix else { return [] }
    return [
      Remark(
        code: "people.mobile-prefix", fa: "پیش‌شمارهٔ این همراه شناخته نیست؛ شماره را دوباره بپرسید.",
        en: "The prefix of this mobile is not known: ask for the number again.")
    ]
  }
}
