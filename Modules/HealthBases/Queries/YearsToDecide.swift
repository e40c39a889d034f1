import Contracts
import Feature

/// The deputy's list: every agreement whose year can be decided now, the soonest last day first, with what it lacks.
struct YearsToDecide: Query {
  var province: Province?

  struct Output: Codable, Sendable {
    struct Line: Codable, Sendable {
      var agreement: Code<AgreementEntity>
      var base: Code<HealthBaseEntity>
      var baseName: String
      var province: Province
      var state: AgreementState
      var ends: JalaliDay
      /// The last day on which it can be decided; while the term runs, of the window that will follow it.
      var decideUntil: JalaliDay
      /// Commitments and quarters without an activity.
      var missing: [MissingPoint]
      /// What holds the base or its institute.
      var obstacles: [MissingPoint]
      /// The activity entered last, for the approval to name; nil where there is none.
      var lastEntry: ID<BaseActivityEntity>?
    }

    /// How many there are; the first 500 are shown.
    var total: Int
    var years: [Line]
  }

  static let spec = Spec(
    "healthbases.years-to-decide", "سال‌های در انتظار تصمیم", "Years to decide", "/health-bases/years-to-decide",
    permission: .healthbasesRead, fields: ["province": ("استان", "province")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let open = try snapshot.yearsToDecide().filter { province == nil || $0.province == province }
    return Output(total: open.count, years: try open.prefix(500).map { try YearsToDecide.line($0, in: snapshot) })
  }

  private static func line(_ row: Agreement, in snapshot: borrowing Snapshot) throws -> Output.Line {
    let lacks = try snapshot.lacking(row)
    let base = try snapshot.require(HealthBase.self, row.base)
    return Output.Line(
      agreement: Code(row.code), base: Code(base.code), baseName: base.name, province: row.province, state: row.state, ends: row.ends,
      decideUntil: try snapshot.decideUntil(row), missing: lacks.work,
      obstacles: lacks.renewal, lastEntry: try snapshot.lastEntry(under: row))
  }
}
