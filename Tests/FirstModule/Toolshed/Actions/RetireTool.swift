import Contracts
import Feature

/// Takes a tool out of use for good; somebody else than whoever worked with it decides that.
struct RetireTool: ApprovingAction {
  var tool: Ref<ToolEntity>
  var reason: String

  static let spec = Spec(
    "toolshed.retire", "کنار گذاشتن وسیله", "Retire a tool", .post, "/toolshed/tools/{tool}/retirement",
    permission: .toolshedRetire, weight: .serious)

  func perform(in work: borrowing Transaction) throws -> Tool {
    var tool = try work.require(Tool.self, tool)
    work.setReason(reason)
    try work.move(&tool, by: .retire)
    try work.requireSeparationOfDuties(on: tool)
    return try work.update(tool)
  }
}
