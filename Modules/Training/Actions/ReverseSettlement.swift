import Contracts
import Feature

/// Takes a settlement back; somebody else than who settled. Both amounts stay readable, and the place in the year is free again.
struct ReverseSettlement: ApprovingAction {
  var settlement: Ref<SettlementEntity>
  var reason: String

  static let spec = Spec(
    "training.reverse-settlement", "برگشت تسویهٔ سرانه", "Reverse a settlement", .post,
    "/training/settlements/{settlement}/reversal", permission: .trainingReverse, weight: .grave,
    fields: ["settlement": ("تسویه", "the settlement"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> Reversal {
    work.setReason(reason)
    let row = try work.require(CourseSettlement.self, settlement)
    try work.requireSeparationOfDuties(on: row)
    guard let reversal = try Reversal.take(row, work) else {
      throw Refusal.conflict(
        "training.reversed-already", Texts("این تسویه پیش‌تر برگشت خورده است.", "This settlement was reversed already."))
    }
    return reversal
  }
}

/// What was taken back.
struct Reversal: Codable, Sendable {
  var settlement: ID<SettlementEntity>
  var person: ID<PersonEntity>
  var amount: Rial
  var reversedOn: JalaliDay

  /// Takes a settlement back; nil where it was already.
  static func take(_ row: CourseSettlement, _ work: borrowing Transaction) throws -> Reversal? {
    let reversal = Reversal(settlement: row.id, person: row.person, amount: row.amount, reversedOn: work.day)
    if var charge = try work.first(Charge.self, "settlement = ?", row.id) {
      guard charge.reversedOn == nil else { return nil }
      charge.reversedOn = work.day
      charge.reversedAmount = row.amount
      try work.update(charge)
    } else {
      // Settled before charges were kept: by the office, once in the year.
      try work.insert(
        Charge(
          province: row.province, settlement: row.id, enrolment: row.enrolment, person: row.person, kind: row.kind, year: row.year,
          ordinal: 1, payment: .charge, provider: .office, reversedOn: work.day, reversedAmount: row.amount))
    }
    return reversal
  }
}
