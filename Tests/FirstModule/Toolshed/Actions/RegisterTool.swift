import Contracts
import Feature

/// Puts a new tool into the shed.
struct RegisterTool: Action {
  var province: Province
  var name: String

  static let spec = Spec(
    "toolshed.register", "ثبت وسیله", "Register a tool", .post, "/toolshed/tools", permission: .toolshedKeep,
    examples: ["name": "نردبان"])

  func perform(in work: borrowing Transaction) throws -> Tool {
    let name = PersianText.stored(name)
    guard !name.isEmpty else {
      throw Refusal.input("/name", "toolshed.name", Texts("نام وسیله را بنویسید.", "Give the tool a name."))
    }
    return try work.insert(Tool(province: province, name: name))
  }
}
