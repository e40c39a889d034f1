import Contracts
import Feature

/// Gives a colleague a role in a region, from a day on. One that decides counts once a second hand confirmed it.
struct AssignPost: DecidingAction {
  var staff: Ref<StaffEntity>
  var role: String
  var province: Province?
  var county: Ref<CountyEntity>?
  var from: JalaliDay?
  var until: JalaliDay?

  static let spec = Spec(
    "accounts.assign-post", "دادن سمت", "Assign a post", .post, "/accounts/staff/{staff}/posts",
    permission: .accountsAdmin,
    fields: [
      "staff": ("همکار", "the colleague"), "role": ("نقش، مانند prevention.officer", "role, such as prevention.officer"),
      "province": ("استان؛ خالی برای کشور", "province; empty for the nation"), "county": ("شهرستان", "county"),
      "from": ("از روز؛ پیش‌فرض امروز", "from; today when left out"), "until": ("تا روز", "until"),
    ])

  func perform(in work: borrowing Transaction) throws -> Post {
    let person = try work.require(Staff.self, staff)
    let first = from ?? work.day
    try work.require(
      PostReach.self,
      .init(
        isNational: work.home == nil, role: role, isOwnAccount: work.principal.staff == person.id.raw,
        isNationwide: province == nil, isCountyGiven: county != nil, isProvincialAccount: person.province != nil,
        isBackdated: first < work.day), in: nil)
    if let home = work.home, province != home { throw Refusal.notFound(Texts("این استان", "This province")) }
    if let until, until < first {
      throw Refusal.input(
        "/until", "accounts.until-before-from",
        Texts("پایان سمت پیش از آغاز آن است.", "The post would end before it begins."))
    }
    // Without a province the rule has refused the county already.
    let place = try county.flatMap { county in try province.map { try work.county(county, of: $0) } }
    // Asked before the post is there, which may be an administrator's.
    let isAlone = try work.isOnlyHand()
    let post = try work.insert(
      Post(
        staff: person.id, role: role, province: province, county: place, validFrom: first, validUntil: until))
    if try work.contract((any DeclarationIndex).self).decidingRoles.contains(role) {
      try work.insert(
        PostConfirmation(
          province: province, post: post.id, staff: person.id, proposedBy: work.principal.staff.map { ID($0) },
          proposedFor: work.principal.administersFor, state: isAlone ? .confirmed : .proposed, hands: isAlone ? 1 : nil))
    }
    return post
  }
}

extension Transaction {
  /// Whether nobody else of the nation could be the second hand of whoever acts. A province's administrator never is alone:
  /// the nation's confirm what they propose, and so does the director.
  fileprivate func isOnlyHand() throws -> Bool {
    guard principal.staff != nil else { return true }
    guard home == nil else { return false }
    return try !NationalAdministrators.hadOthers(than: principal.identities, in: self)
  }
}

/// Ends a post early, or takes back one that waits for its confirmation; open sessions lose it with the next request. An end
/// that was set before is never put off.
struct EndPost: DecidingAction {
  var post: Ref<PostEntity>
  var until: JalaliDay?

  static let spec = Spec(
    "accounts.end-post", "پایان سمت", "End a post", .post, "/accounts/posts/{post}/end", permission: .accountsAdmin,
    weight: .serious, fields: ["post": ("سمت", "the post"), "until": ("آخرین روز؛ پیش‌فرض دیروز", "last day; yesterday when left out")])

  func perform(in work: borrowing Transaction) throws -> Post {
    let row = try work.require(Post.self, post)
    if row.role == Role.nationalAdmin.id { try LastAdministrator.requireAnother(than: row.id, in: work) }
    return try work.end(row, on: until ?? work.day.adding(days: -1))
  }
}

extension Transaction {
  /// Ends a post, or takes back one that waits.
  @discardableResult
  func end(_ post: Post, on day: JalaliDay) throws -> Post {
    var row = post
    let last = min(day, row.validUntil ?? JalaliDay.latest)
    // A post of today that ends today ran until yesterday: it was never held.
    row.validUntil = max(last, row.validFrom.adding(days: -1))
    if var waiting = try first(PostConfirmation.self, "post = ? AND state = 'proposed'", row.id) {
      try move(&waiting, by: .withdraw)
      try update(waiting)
    }
    return try update(row)
  }
}
