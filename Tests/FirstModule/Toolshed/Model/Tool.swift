import Contracts
import Feature

/// A tool, as the ledger (`toolshed.tool/7`), codes (`TS-27-1405-0007`) and people call it.
enum ToolEntity: Entity {
  static let object = "toolshed.tool"
  static let prefix: String? = "TS"
  static let texts = Texts("وسیله", "tool")
}

/// Where a tool stands.
enum ToolState: String, Choice {
  case available, lent, retired

  var texts: Texts {
    switch self {
    case .available: Texts("در انبار", "in the shed")
    case .lent: Texts("امانت‌داده‌شده", "lent")
    case .retired: Texts("کنارگذاشته", "retired")
    }
  }
}

/// One tool of a province's shed, and who has it.
struct Tool: ProvincialRecord, CodedRecord, StatefulRecord {
  typealias Of = ToolEntity
  typealias Machine = ToolLifecycle
  static let table = Table("toolshed_tool", reach: .province, isShared: true)

  var id = ID<ToolEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var name: String
  var state = ToolState.available
  /// Who has it; nil while it is in the shed.
  var borrower: ID<GroupEntity>?
  /// The last day of the loan.
  var dueOn: JalaliDay?
}
