import Contracts
import Feature

/// The life of a tool: lent and taken back as often as it lasts, and retired once.
struct ToolLifecycle: StateMachine {
  typealias Subject = ToolEntity
  static let id = "toolshed.tool-step"
  static let objectionCode = "toolshed.not-a-step"
  static let texts = Texts(
    "وسیله از انبار امانت داده و به انبار پس گرفته می‌شود؛ تنها آنچه در انبار است کنار گذاشته می‌شود.",
    "A tool is lent from the shed and taken back into it; only what is in the shed is retired.")
  static let source = Citation("D", "گردش کار انبار وسایل", "how the shed works")
  static let transitions: [Transition<ToolState, ToolMove>] = [
    .init(.lend, from: [.available], to: .lent, by: LendTool.self, role: .exceptional),
    .init(.takeBack, from: [.lent], to: .available, by: TakeBackTool.self),
    .init(.retire, from: [.available], to: .retired, by: RetireTool.self, role: .exceptional),
  ]
}

/// What can happen to a tool.
enum ToolMove: String, Choice {
  case lend, takeBack, retire

  var texts: Texts {
    switch self {
    case .lend: Texts("امانت دادن", "lending")
    case .takeBack: Texts("پس گرفتن", "taking back")
    case .retire: Texts("کنار گذاشتن", "retiring")
    }
  }
}
