import Contracts
import Feature

/// Which post stands above which in the administration: officer, deputy, director-general, national office.
enum RoleLadder {
  private static let steps: [(below: [Role], above: Role)] = [
    ([.facilitator], .preventionOfficer),
    ([.preventionOfficer, .ngoOfficer, .countyOfficer], .preventionDeputy),
    ([.rehabilitationExpert], .rehabilitationDeputy),
    ([.schemeExpert], .socialDeputy),
    ([.preventionDeputy, .rehabilitationDeputy, .socialDeputy, .provincialAdmin], .provincialDirector),
    ([.provincialDirector], .nationalAdmin),
  ]

  /// The posts right above some others, without these themselves.
  static func above(_ roles: Set<String>) -> Set<String> {
    Set(steps.filter { step in step.below.contains { roles.contains($0.id) } }.map(\.above.id)).subtracting(roles)
  }

  /// All that stand above them, at whatever distance.
  static func allAbove(_ roles: Set<String>) -> Set<String> {
    var (known, rung) = (roles, above(roles))
    while !rung.isSubset(of: known) {
      known.formUnion(rung)
      rung = above(rung)
    }
    return known.subtracting(roles)
  }
}
