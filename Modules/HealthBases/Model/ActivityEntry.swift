import Contracts
import Feature

enum ActivityEntryEntity: Entity {
  static let object = "healthbases.entry"
  static let prefix: String? = "BE"
  static let texts = Texts("چگونگی ثبت فعالیت", "entry of an activity")
}

/// How an activity came in, where that is not plain: late, or after the term while the next agreement was still pending.
struct ActivityEntry: CountyRecord {
  typealias Of = ActivityEntryEntity
  static let table = Table("healthbases_entry", reach: .county)

  var id = ID<ActivityEntryEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var activity: ID<BaseActivityEntity>
  /// The agreement that was held when it was recorded for the one to come; nil for an activity of its own term.
  var heldUnder: ID<AgreementEntity>?
  var isLate: Bool
  var recordedOn: JalaliDay
  /// The day on which it went over to the next agreement; nil while there is none.
  var carriedOn: JalaliDay?
}

extension Transaction {
  /// What the base did meanwhile goes over to the agreement that follows, from its first day on.
  func carryPending(from held: Agreement, to successor: inout Agreement) throws {
    for var entry in try all(ActivityEntry.self, "held_under = ? AND carried_on IS NULL ORDER BY id", held.id) {
      var activity = try require(BaseActivity.self, entry.activity)
      guard activity.day >= successor.starts else { continue }
      activity.agreement = successor.id
      try update(activity)
      entry.carriedOn = day
      try update(entry)
      successor.activities += 1
    }
    successor = try update(successor)
  }

  /// Nobody decides on a year who recorded or changed one of its activities. Those that came over from the year before are
  /// asked one by one, because it was the night that brought them to this agreement.
  func requireOtherHands(on agreement: Agreement) throws {
    try requireSeparationOfDuties(on: agreement)
    let carried = try all(
      BaseActivity.self, "agreement = ? AND id IN (SELECT activity FROM healthbases_entry WHERE carried_on IS NOT NULL)", agreement.id)
    for activity in carried { try requireSeparationOfDuties(on: activity) }
  }

  /// The same for whoever has decided on it before, whose own decision is no hand in it: every activity is asked.
  func requireNoActivity(of agreement: Agreement) throws {
    for activity in try all(BaseActivity.self, "agreement = ?", agreement.id) { try requireSeparationOfDuties(on: activity) }
  }
}
