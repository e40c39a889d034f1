import Contracts
import Feature

/// Lends a tool to a group.
struct LendTool: Action {
  var tool: Ref<ToolEntity>
  var group: Ref<GroupEntity>
  var until: JalaliDay

  static let spec = Spec(
    "toolshed.lend", "امانت دادن وسیله", "Lend a tool", .post, "/toolshed/tools/{tool}/loan", permission: .toolshedKeep,
    fields: ["until": ("آخرین روز امانت", "last day of the loan")])

  func perform(in work: borrowing Transaction) throws -> Tool {
    var tool = try work.require(Tool.self, tool)
    let group = try work.group(group)
    try work.move(&tool, by: .lend)
    try work.require(LoanTerm.self, .init(group: group.state, until: until), in: tool.province)
    tool.borrower = group.id
    tool.dueOn = until
    return try work.update(tool)
  }
}

/// Takes a tool back into the shed.
struct TakeBackTool: Action {
  var tool: Ref<ToolEntity>

  static let spec = Spec(
    "toolshed.take-back", "پس گرفتن وسیله", "Take a tool back", .post, "/toolshed/tools/{tool}/return", permission: .toolshedKeep)

  func perform(in work: borrowing Transaction) throws -> Tool {
    var tool = try work.require(Tool.self, tool)
    try work.move(&tool, by: .takeBack)
    tool.borrower = nil
    tool.dueOn = nil
    return try work.update(tool)
  }
}
