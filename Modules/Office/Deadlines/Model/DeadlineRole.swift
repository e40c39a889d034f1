import Contracts
import Feature

enum DeadlineRoleEntity: Entity {
  static let object = "deadlines.role"
  static let prefix: String? = "DO"
  static let texts = Texts("سمت مسئول مهلت", "role of a deadline")
}

/// A role whose holders can do what a limit is for, and who are therefore reminded of it.
struct DeadlineRole: ProvincialRecord {
  typealias Of = DeadlineRoleEntity
  static let table = Table("deadlines_role", reach: .province, seenWith: ["deadline"])

  var id = ID<DeadlineRoleEntity>(0)
  var rev = 0
  var province: Province
  var deadline: ID<DeadlineEntity>
  /// `social.deputy`.
  var role: String
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Who can do what a limit is for; nobody where it names none, and then those whom the rule names are reminded.
  func roles(of deadline: ID<DeadlineEntity>) throws -> [String] {
    try all(DeadlineRole.self, "deadline = ? ORDER BY id", deadline).map(\.role)
  }
}
