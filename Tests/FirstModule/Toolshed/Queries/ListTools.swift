import Contracts
import Feature

/// The tools in scope, in the order of their registration.
struct ListTools: ListQuery {
  var province: Province?
  var state: ToolState?

  struct Item: Codable, Sendable {
    var id: Int64
    var code: String
    var province: Province
    var name: String
    var state: ToolState
    var borrower: ID<GroupEntity>?
    var dueOn: JalaliDay?
  }

  static let spec = Spec("toolshed.list", "وسایل", "Tools", "/toolshed/tools", permission: .toolshedRead)

  func selection() -> Selection {
    Selection(from: "toolshed_tool t").filter("t.province = ?", province).filter("t.state = ?", state)
  }
}
