import Contracts
import Feature

/// Registers somebody who agreed to it; likely twins in sight are reported with the answer.
struct RegisterPerson: Action {
  var province: Province?
  var county: Ref<CountyEntity>?
  var idKind: IDKind?
  var nationalID: Secret<NationalID>?
  var foreignID: Secret<String>?
  var idReason: String?
  var firstName: Personal<String>
  var familyName: Personal<String>
  var fatherName: Personal<String>
  var birth: Personal<JalaliDay>
  var isLiterate: Bool
  var gender: Gender?
  var mobile: Secret<Mobile>?
  var address: Secret<String>?
  var consentedOn: JalaliDay?

  static let spec = Spec(
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

  func perform(in work: borrowing Transaction) throws -> PersonView {
    guard let place = province ?? work.home else {
      throw Refusal.input("/province", "field.required", Texts("استان را بنویسید.", "Name the province."))
    }
    let id = PersonID(
      idKind ?? .nationalID, national: nationalID?.content, foreign: foreignID?.content, reason: idReason)
    try work.require(PersonIdentity.self, id.facts(birth: birth.content, consentedOn: consentedOn), in: place)
    let names = try PersonNames(first: firstName.content, family: familyName.content, father: fatherName.content)
    let home =
      try county.map { try work.county($0, of: place) } ?? work.principal.ownCounty(in: place)
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
      return PersonView(row, similar: work.isAnswerRead ? try DuplicateSearch.similar(to: row.id, in: work.snapshot) : [])
    } catch let refusal as Refusal where refusal.code == "conflict.exists" {
      throw Refusal.identityKnown()
    }
  }
}

extension Principal {
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
