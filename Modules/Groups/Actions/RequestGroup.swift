import Contracts
import Feature

/// Takes a formation request (S0 input); the six months of S0 start as a warning.
struct RequestGroup: Action {
  var kind: GroupKind
  var name: String
  var neighbourhood: Ref<NeighbourhoodEntity>
  var applicant: Ref<PersonEntity>
  var day: JalaliDay?

  static let spec = Spec(
    "groups.request", "درخواست تشکیل گروه", "Request a group", .post, "/groups", permission: .groupsWrite,
    fields: [
      "kind": ("نوع گروه", "kind of group"), "name": ("نام گروه", "the group's name"),
      "neighbourhood": ("محله", "neighbourhood"),
      "applicant": ("متقاضی", "applicant"),
      "day": ("روز درخواست؛ پیش‌فرض امروز", "day of the request; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> Group {
    let title = PersianText.stored(name)
    guard !title.isEmpty else {
      throw Refusal.input("/name", "groups.name", Texts("نام گروه لازم است.", "The group needs a name."))
    }
    let requestedOn = day ?? work.day
    guard requestedOn <= work.day else {
      throw Refusal.input("/day", "groups.day-to-come", Texts("این روز هنوز نیامده است.", "This day is still to come."))
    }
    let place = try work.neighbourhood(neighbourhood)
    let person = try work.person(applicant)
    let gathering = try work.lastGathering(in: place.id)
    try work.require(
      FormationRequest.self, .init(gatheringOn: gathering, requestedOn: requestedOn), in: place.province)
    let group = try work.insert(
      Group(
        province: place.province, county: place.county, neighbourhood: place.id, kind: kind, name: title,
        nameKey: KeyText(PersianText.nameKey(name)), applicant: person.id, requestedOn: requestedOn, gatheringOn: gathering))
    let months = try work.parameters(of: FormationTime.self, in: place.province).months
    try work.openDeadline(
      FormationClock.kind, for: FormationClock.object(group.id), in: place.province, from: requestedOn,
      days: requestedOn.adding(months: months) - requestedOn, rule: .calendar, texts: FormationClock.texts)
    return group
  }
}
