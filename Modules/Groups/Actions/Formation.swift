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
    try work.startFormationClock(of: group)
    return group
  }
}

/// The prevention officer accepts a formation request that others prepared.
struct AcceptRequest: ApprovingAction {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.accept-request", "پذیرش درخواست تشکیل گروه", "Accept a formation request", .post,
    "/groups/{group}/acceptance",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .accept)
    try work.requireSeparationOfDuties(on: group)
    try work.require(
      IdentityInPerson.self, .init(identityConfirmedOn: group.identityConfirmedOn), in: group.province)
    return try work.update(group)
  }
}

/// Refuses a formation request, with the reason.
struct RefuseRequest: ApprovingAction {
  var group: Ref<GroupEntity>
  var reason: String

  static let spec = Spec(
    "groups.refuse-request", "رد درخواست تشکیل گروه", "Refuse a formation request", .post, "/groups/{group}/refusal",
    permission: .groupsDecide, weight: .serious, fields: ["group": ("گروه", "the group"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .refuse)
    try work.requireSeparationOfDuties(on: group)
    work.setReason(reason)
    try work.stopFormationClock(of: group)
    try work.insert(
      RequestRefusal(
        province: group.province, county: group.county, groupID: group.id, refusedOn: work.day,
        reason: Personal(PersianText.stored(reason, keepingLines: true))))
    group = try work.update(group)
    try work.awaitHandOver(of: group.object)
    return group
  }
}

/// Records the founding minutes: the group is formed.
struct RecordFounding: Action {
  var group: Ref<GroupEntity>
  var day: JalaliDay
  var minutes: Secret<String>

  static let spec = Spec(
    "groups.record-founding", "ثبت صورتجلسهٔ تأسیس", "Record the founding minutes", .post, "/groups/{group}/founding",
    permission: .groupsWrite,
    fields: [
      "group": ("گروه", "the group"), "day": ("روز نشست تأسیس", "day of the founding meeting"),
      "minutes": ("متن صورتجلسه", "text of the minutes"),
    ])

  func perform(in work: borrowing Transaction) throws -> Founding {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .found)
    try work.requirePast(day, "/day", of: group)
    let text = PersianText.stored(minutes.content, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/minutes", "groups.minutes", Texts("متن صورتجلسه لازم است.", "The minutes are required."))
    }
    let members = try work.members(of: group, on: day).count
    try work.require(FoundingQuorum.self, .init(members: members), in: group.province)
    try work.update(group)
    return try work.insert(
      Founding(
        province: group.province, county: group.county, groupID: group.id, day: day, members: members,
        minutes: Secret(text)))
  }
}

/// The one visit in person (S1): the county office has seen the applicant and the documents.
struct ConfirmIdentity: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.confirm-identity", "احراز هویت متقاضی", "Confirm the applicant's identity", .post,
    "/groups/{group}/identity", permission: .groupsIdentity, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.requireState(group, for: .identity)
    group.identityConfirmedOn = group.identityConfirmedOn ?? work.day
    return try work.update(group)
  }
}

/// Declares a group trained, by the certificates of its present members (S0 output).
struct DeclareTrained: Action {
  var group: Ref<GroupEntity>

  static let spec = Spec(
    "groups.declare-trained", "اعلام گروه آموزش‌دیده", "Declare a group trained", .post, "/groups/{group}/trained",
    permission: .groupsDecide, fields: ["group": ("گروه", "the group")])

  func perform(in work: borrowing Transaction) throws -> Group {
    var group = try work.require(Group.self, group)
    try work.move(&group, by: .declareTrained)
    let members = try work.members(of: group, on: work.day).map(\.person)
    let certified = try work.certified(among: members, on: work.day)
    try work.require(
      TrainedGroup.self, .init(members: members.count, certified: Set(certified).intersection(members).count),
      in: group.province)
    group.trainedOn = work.day
    return try work.update(group)
  }
}
