import Contracts
import Feature

/// Names a founder or another member of an institute's boards.
struct NameMember: Action {
  var institute: Ref<InstituteEntity>
  var person: Ref<PersonEntity>
  var post: BoardPost
  var since: JalaliDay?

  static let spec = Spec(
    "institutes.name-founder", "معرفی مؤسس یا عضو هیئت", "Name a founder or board member", .post,
    "/institutes/{institute}/members", permission: .institutesWrite,
    fields: [
      "institute": ("مؤسسه", "the institute"), "person": ("شخص", "the person"), "post": ("سمت", "the post"),
      "since": ("از تاریخ؛ پیش‌فرض امروز", "from; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> BoardMember {
    var institute = try work.require(Institute.self, institute)
    let person = try work.person(person)
    let held = try work.all(
      BoardMember.self, "institute = ? AND person = ? AND until IS NULL ORDER BY id", institute.id, person.id)
    try work.require(
      IncompatiblePosts.self, .init(state: institute.state, post: post, held: held.map(\.post)), in: institute.province)
    let since = since ?? work.day
    try work.require(EnteredDay.self, .init(what: .postBegin, entered: since), in: institute.province)
    let member = try work.insert(
      BoardMember(province: institute.province, institute: institute.id, person: person.id, post: post, since: since))
    institute.memberships += 1
    try work.update(institute)
    return member
  }
}

/// Ends somebody's post in an institute; the row stays, with its last day.
struct RelieveMember: Action {
  var institute: Ref<InstituteEntity>
  var member: Ref<BoardMemberEntity>
  var until: JalaliDay?
  var reason: String

  static let spec = Spec(
    "institutes.relieve-member", "پایان سمت عضو هیئت", "End a board member's post", .post,
    "/institutes/{institute}/members/{member}/relieve", permission: .institutesWrite, weight: .serious,
    fields: [
      "institute": ("مؤسسه", "the institute"), "member": ("ردیف عضویت", "row of the membership"),
      "until": ("تا تاریخ؛ پیش‌فرض امروز", "last day; today when left out"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> BoardMember {
    let institute = try work.require(Institute.self, institute)
    var row = try work.require(BoardMember.self, member)
    guard row.institute == institute.id else { throw Refusal.notFound(BoardMemberEntity.self) }
    let last = until ?? work.day
    guard row.until == nil, last >= row.since else {
      throw Refusal.conflict(
        "institutes.post-ended",
        Texts("این سمت پایان یافته یا هنوز آغاز نشده است.", "This post has ended, or not begun yet."))
    }
    try work.require(EnteredDay.self, .init(what: .postEnd, entered: last), in: institute.province)
    if row.post == .founder {
      try work.require(
        IncompatiblePosts.self, .init(state: institute.state, post: .founder, held: []), in: institute.province)
    }
    try work.give(reason: reason)
    row.until = last
    return try work.update(row)
  }
}
