import Contracts
import Feature

enum RegressionEntity: Entity {
  static let object = "groups.regression"
  static let prefix: String? = "RE"
  static let texts = Texts("بازگشت گروه به مرحلهٔ پیشین", "regression of a group")
}

/// One step of a group back, with what is needed to undo it.
struct Regression: CountyRecord {
  typealias Of = RegressionEntity
  static let table = Table("groups_regression", reach: .county, seenWith: ["group_id"])

  var id = ID<RegressionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var regressedOn: JalaliDay
  /// Where the group stood, and since when it had been what it was taken for no longer.
  var former: GroupState
  var trainedOn: JalaliDay?
  var maturedOn: JalaliDay?
  /// Where it went.
  var target: GroupState

  /// Its name in the ledger.
  var object: String { "\(RegressionEntity.object)/\(id.raw)" }
}

extension Regression {
  private static let road: [GroupState] = [.formed, .trained, .planning, .active, .mature]

  /// Whether the group is still behind where it stood. One that adopted a plan since goes its way by that.
  func holdsBack(_ group: Group) -> Bool {
    let state = group.suspendedFrom ?? group.state
    guard state == .formed || state == .trained, let stands = Regression.road.firstIndex(of: state),
      let stood = Regression.road.firstIndex(of: former)
    else { return state == target }
    return stands < stood
  }
}
