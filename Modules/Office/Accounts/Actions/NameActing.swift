import Contracts
import Feature

/// Names who acts for a colleague who is away; by that colleague or whoever stands above them.
struct NameActing: DecidingAction {
  var staff: Ref<StaffEntity>
  var acting: Ref<StaffEntity>
  var from: JalaliDay
  var until: JalaliDay
  var letter: String

  static let spec = Spec(
    "accounts.name-acting", "نام‌بردن جانشین", "Name an acting person", .post, "/accounts/staff/{staff}/absences", permission: .oneself,
    weight: .serious,
    fields: [
      "staff": ("همکاری که نیست", "who is away"), "acting": ("جانشین", "who acts"), "from": ("از روز", "first day"),
      "until": ("تا روز", "last day"), "letter": ("شمارهٔ نامه", "number of the letter"),
    ], lengths: ["letter": .line])

  func perform(in work: borrowing Transaction) throws -> Absence {
    let away = try work.colleague(staff)
    let substitute = try work.colleague(acting)
    let overlapping = try work.count(
      "SELECT count(*) FROM accounts_absence WHERE staff = ? AND first_day <= ? AND last_day >= ?", away.id, until, from)
    let posts = try work.count(
      """
      SELECT count(*) FROM accounts_post p
      WHERE p.staff = ? AND p.valid_from <= ? AND (p.valid_until IS NULL OR p.valid_until >= ?)
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, away.id, until, from)
    try work.require(
      ActingPerson.self,
      .init(
        isEntitled: work.principal.mayAnswer(for: away), isSamePerson: away.id == substitute.id,
        isSameProvince: away.province == substitute.province, isOpen: !substitute.isDisabled, holdsPost: posts > 0,
        overlaps: overlapping > 0, firstDay: from, lastDay: until), in: away.province)
    return try work.insert(
      Absence(
        province: away.province, staff: away.id, acting: substitute.id, firstDay: from, lastDay: until, letter: PersianText.stored(letter)))
  }
}

/// Ends an absence early: who was away is back.
struct EndActing: Action {
  var absence: Ref<AbsenceEntity>

  static let spec = Spec(
    "accounts.end-acting", "پایان جانشینی", "End an absence", .post, "/accounts/absences/{absence}/end", permission: .oneself,
    weight: .serious, fields: ["absence": ("جانشینی", "the absence")])

  func perform(in work: borrowing Transaction) throws -> Absence {
    var row = try work.require(Absence.self, absence)
    let away = try work.require(Staff.self, row.staff)
    guard work.principal.mayAnswer(for: away) else { throw Refusal.notFound(AbsenceEntity.self) }
    // One of today or later never began; today's acts were signed so and stay.
    row.lastDay = max(min(row.lastDay, work.day.adding(days: -1)), row.firstDay.adding(days: -1))
    return try work.update(row)
  }
}

extension Principal {
  /// Whether somebody is this colleague, or may say that they are away and who acts for them.
  func mayAnswer(for colleague: Staff) -> Bool {
    if staff == colleague.id.raw { return true }
    return grants.contains { grant in
      switch colleague.province {
      case let province?: grant.role == Role.provincialDirector.id && grant.scope == .province(province.code)
      case nil: grant.role == Role.nationalAdmin.id && grant.scope == .nation
      }
    } || colleague.province != nil && grants.contains { $0.role == Role.nationalAdmin.id && $0.scope == .nation }
  }
}

extension Transaction {
  /// An account of one's own province, or any for the national office: others do not exist.
  func colleague(_ reference: Ref<StaffEntity>) throws -> Staff {
    let row = try require(Staff.self, reference)
    let own = principal.grants.map(\.scope)
    guard
      own.contains(.nation) || principal.staff == row.id.raw
        || own.contains(where: { $0.province == row.province?.code && row.province != nil })
    else { throw Refusal.notFound(StaffEntity.self) }
    return row
  }
}
