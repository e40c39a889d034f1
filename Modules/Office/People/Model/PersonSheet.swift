public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A person as officers see them: without the keys that only the store needs.
public struct PersonSheet: Codable, Sendable {
  public var id: ID<PersonEntity>
  public var rev: Int
  public var code: String
  public var province: Province
  public var county: ID<CountyEntity>?
  public var idKind: IDKind
  public var nationalID: Secret<NationalID>?
  public var foreignID: Secret<String>?
  public var idReason: Personal<String>?
  public var firstName: Personal<String>
  public var familyName: Personal<String>
  public var fatherName: Personal<String>
  public var birth: Personal<JalaliDay>
  public var isLiterate: Personal<Bool>
  public var gender: Personal<Gender>?
  public var mobile: Secret<Mobile>?
  public var address: Secret<String>?
  public var consentedOn: JalaliDay?
  /// What the person at the desk should look at again; nothing was refused for it.
  public var warnings: [Remark]
  /// Registrations that look like the same person; only people decide.
  public var similar: [Likeness]

  public struct Remark: Codable, Sendable {
    public var code: String
    public var fa: String
    public var en: String
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
    warnings = PersonSheet.warnings(person)
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
