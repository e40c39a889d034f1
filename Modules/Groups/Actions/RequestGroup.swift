public import Contracts
public import Jalali
import Persian
public import Registry
public import Values

/// Takes a formation request (S0 input); the six months of S0 start as a warning.
public struct RequestGroup: Action {
  public var kind: GroupKind
  public var name: String
  public var neighbourhood: Ref<NeighbourhoodEntity>
  public var applicant: Ref<PersonEntity>
  public var day: JalaliDay?

  public static let spec = Spec(
    "groups.request", "درخواست تشکیل گروه", "Request a group", .post, "/groups", permission: .groupsWrite,
    fields: [
      "kind": ("نوع گروه", "kind of group"), "name": ("نام گروه", "the group's name"),
      "neighbourhood": ("محله", "neighbourhood"),
      "applicant": ("متقاضی", "applicant"),
      "day": ("روز درخواست؛ پیش‌فرض امروز", "day of the request; today when left out"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Group {
    let title = PersianText.stored(name)
    guard !title.isEmpty else {
      throw Refusal.input("/name", "groups.name", Texts("نام گروه لازم است.", "The group needs a name."))
    }
    let requestedOn = day ?? work.day
    guard requestedOn <= work.day else {
      throw Refusal.input("/day", "groups.day-to-come", Texts("این روز هنوز نیامده است.", "This day is still to come."))
    }
    let place = try work.regions.neighbourhood(neighbourhood, in: work.look)
    let person = try work.people.person(applicant, in: work.look)
    let gathering = try work.needs.lastGathering(in: place.id, in: work.look)
    try work.require(
      FormationRequest.self, .init(gatheringOn: gathering, requestedOn: requestedOn), in: place.province)
    let group = try work.insert(
      Group(
        province: place.province, county: place.county, neighbourhood: place.id, kind: kind, name: title,
        nameKey: KeyText(PersianText.nameKey(name)), applicant: person.id, requestedOn: requestedOn, gatheringOn: gathering))
    let months = try work.parameters(of: FormationTime.self, in: place.province).months
    try work.deadlines.open(
      FormationClock.kind, for: FormationClock.object(group.id), in: place.province, from: requestedOn,
      days: requestedOn.adding(months: months) - requestedOn, rule: .calendar, texts: FormationClock.texts, work: work)
    return group
  }
}
