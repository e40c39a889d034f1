import Contracts
import Feature

enum TerminationGapEntity: Entity {
  static let object = "healthbases.termination-gap"
  static let prefix: String? = "TG"
  static let texts = Texts("فاصلهٔ خاتمه تا پذیرش اعتراض", "gap between a termination and its upheld objection")
}

/// The days on which an agreement was taken for terminated until the objection was upheld: nobody could work on them.
struct TerminationGap: CountyRecord {
  typealias Of = TerminationGapEntity
  /// Written also where the module is off, as the interruptions are.
  static let table = Table("healthbases_termination_gap", reach: .county, isAudited: false, isSwitchable: false)

  var id = ID<TerminationGapEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  /// The day after the termination.
  var since: JalaliDay
  /// The day on which the objection was upheld: work goes on.
  var resumedOn: JalaliDay
}
