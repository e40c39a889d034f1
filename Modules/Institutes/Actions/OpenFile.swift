import Contracts
import Feature

/// Opens the file of an institute on a registration request (S0): from a mature group, or by outside applicants (S2).
struct OpenFile: Action {
  var name: String
  var requestNumber: String
  var requestedOn: JalaliDay?
  var fromGroup: Ref<GroupEntity>?
  var foundersFromGroup: Bool?
  var applicant: Ref<PersonEntity>?

  static let spec = Spec(
    "institutes.open-file", "گشودن پروندهٔ مؤسسه", "Open an institute's file", .post, "/institutes",
    permission: .institutesWrite,
    fields: [
      "name": ("نام مؤسسه", "name of the institute"),
      "requestNumber": ("شمارهٔ نامهٔ درخواست ثبت", "letter number of the registration request"),
      "requestedOn": ("تاریخ درخواست؛ پیش‌فرض امروز", "day of the request; today when left out"),
      "fromGroup": ("گروه بالیده‌ای که مؤسسه از آن برمی‌آید", "the mature group it grows out of"),
      "foundersFromGroup": ("همهٔ اعضای گروه مؤسس باشند", "name all members of the group as founders"),
      "applicant": ("متقاضی بیرون از گروه‌ها", "the applicant, when no group asks"),
    ], examples: ["fromGroup": "GR-27-1402-0001"])

  func perform(in work: borrowing Transaction) throws -> Institute {
    let title = PersianText.stored(name)
    guard !PersianText.nameKey(title).isEmpty else {
      throw Refusal.input("/name", "institutes.no-name", Texts("نام لازم است.", "A name is needed."))
    }
    let since = requestedOn ?? work.day
    let origin = try origin(in: work)
    try work.require(EnteredDay.self, .init(what: .request, entered: since), in: origin.province)
    if let group = origin.group {
      try work.require(GroupIsMature.self, .init(group: group.code, state: group.state), in: group.province)
    }
    let key = PersianText.nameKey(title)
    if try work.first(Institute.self, "province = ? AND name_key = ?", origin.province, key) != nil {
      throw Refusal.conflict(
        "institutes.name-taken",
        Texts("در این استان مؤسسه‌ای با این نام هست.", "An institute of that name exists in this province."))
    }
    let founders = foundersFromGroup == true ? origin.group?.members ?? [] : []
    let opened = try work.insert(
      Institute(
        province: origin.province, county: origin.group?.county, name: title, nameKey: KeyText(key),
        fromGroup: origin.group?.id, applicant: origin.applicant, requestNumber: PersianText.stored(requestNumber),
        requestedOn: since, state: .file,
        memberships: founders.count))
    for person in founders {
      try work.insert(
        BoardMember(province: opened.province, institute: opened.id, person: person, post: .founder, since: since))
    }
    return opened
  }

  private struct Origin {
    var province: Province
    var group: GroupFacts?
    var applicant: ID<PersonEntity>?
  }

  private func origin(in work: borrowing Transaction) throws -> Origin {
    switch (fromGroup, applicant) {
    case (let group?, nil):
      let facts = try work.group(group)
      return Origin(province: facts.province, group: facts)
    case (nil, let applicant?):
      let facts = try work.person(applicant)
      return Origin(province: facts.province, applicant: facts.id)
    default:
      throw Refusal.input(
        "/fromGroup", "institutes.one-origin",
        Texts("یا گروه یا متقاضی را نام ببرید، نه هر دو.", "Name either a group or an applicant, not both."))
    }
  }
}
