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
    let member = try work.insert(
      BoardMember(
        province: institute.province, institute: institute.id, person: person.id, post: post, since: since ?? work.day))
    institute.memberships += 1
    try work.update(institute)
    return member
  }
}
