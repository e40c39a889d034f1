import Contracts
public import Jalali
public import Persian
public import Registry
import Store
public import Values

/// Registers somebody who agreed to it; likely twins in sight are reported with the answer.
public struct RegisterPerson: Action {
  public var province: Province?
  public var county: Ref<CountyEntity>?
  public var idKind: IDKind?
  public var nationalID: Secret<NationalID>?
  public var foreignID: Secret<String>?
  public var idReason: String?
  public var firstName: Personal<String>
  public var familyName: Personal<String>
  public var fatherName: Personal<String>
  public var birth: Personal<JalaliDay>
  public var isLiterate: Bool
  public var gender: Gender?
  public var mobile: Secret<Mobile>?
  public var address: Secret<String>?
  public var consentedOn: JalaliDay?

  public static let spec = Spec(
    "people.register", "ثبت شخص", "Register a person", .post, "/people", permission: .peopleWrite,
    fields: [
      "province": ("استان؛ اگر ننویسید استان خودتان", "province; your own when left out"),
      "county": (
        "شهرستان؛ اگر ننویسید شهرستان خودتان یا همهٔ استان", "county; your own or the whole province when left out"
      ),
      "idKind": ("نوع شناسه؛ پیش‌فرض کد ملی", "kind of ID; national ID when left out"),
      "nationalID": ("کد ملی", "national ID"), "foreignID": ("شناسهٔ اتباع خارجی", "foreign national's ID"),
      "idReason": ("چرا کد ملی ندارد", "why there is no national ID"), "firstName": ("نام", "first name"),
      "familyName": ("نام خانوادگی", "family name"), "fatherName": ("نام پدر", "father's name"),
      "birth": ("تاریخ تولد", "birth date"), "isLiterate": ("باسواد است", "can read and write"),
      "gender": ("جنسیت", "gender"), "mobile": ("شمارهٔ همراه", "mobile number"), "address": ("نشانی", "address"),
      "consentedOn": ("روزی که رضایت داد", "the day of the person's consent"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> PersonSheet {
    guard let place = province ?? work.home else {
      throw Refusal.input("/province", "field.required", Texts("استان را بنویسید.", "Name the province."))
    }
    let id = PersonID(
      idKind ?? .nationalID, national: nationalID?.content, foreign: foreignID?.content, reason: idReason)
    try work.require(PersonIdentity.self, id.facts(birth: birth.content, consentedOn: consentedOn), in: place)
    let names = try PersonNames(first: firstName.content, family: familyName.content, father: fatherName.content)
    let home =
      try county.map { try work.regions.county($0, in: place, look: work.look) } ?? work.actor.ownCounty(in: place)
    var person = Person(
      province: place, county: home, subject: try work.newSubject(), idKind: id.kind, firstName: firstName,
      familyName: familyName, fatherName: fatherName, searchKey: Personal(""), nameKey: Personal(""),
      fatherKey: Personal(""), sortKey: Personal(Bytes([])), birth: birth, isLiterate: Personal(isLiterate),
      gender: gender.map { Personal($0) }, mobile: mobile,
      address: address.map { Secret(PersianText.stored($0.content)) },
      consentedOn: consentedOn)
    person.take(names)
    person.take(id, index: id.index(in: work))
    do {
      let row = try work.insert(person)
      return PersonSheet(row, similar: try DuplicateSearch.similar(to: row.id, in: work.look))
    } catch let refusal as Refusal where refusal.code == "conflict.exists" {
      throw Refusal.identityKnown()
    }
  }
}

extension Actor {
  /// The county at whose desk this actor sits, when they sit at one only.
  fileprivate func ownCounty(in province: Province) -> ID<CountyEntity>? {
    let counties = Set(
      grants.map { grant -> Int64? in
        if case .county(province.code, let county) = grant.scope { county } else { nil }
      })
    guard counties.count == 1, let county = counties.first ?? nil else { return nil }
    return ID(county)
  }
}
