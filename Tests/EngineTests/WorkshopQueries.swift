import Engine
import Feature
import Values

struct ShowTool: Query {
  var tool: Ref<ToolEntity>

  static let spec = Spec("shop.tool", "یک ابزار", "A tool", "/shop/tools/{tool}", permission: .read, fields: ["tool": ("ابزار", "tool")])

  func answer(in snapshot: borrowing Snapshot) throws -> Tool { try snapshot.require(Tool.self, tool) }
}

struct ToolLine: Codable, Sendable {
  var id: Int64
  var code: String
  var name: String
  var weight: Int
}

struct ListTools: ListQuery {
  typealias Item = ToolLine
  var search: String?

  static let spec = Spec("shop.tools", "ابزارها", "Tools", "/shop/tools", permission: .read, fields: ["search": ("جست‌وجو", "search")])

  func selection() -> Selection { Selection(from: "shop_tool t").search("t.name_key", search) }
}

struct ListNewest: ListQuery {
  typealias Item = ToolLine

  static let spec = Spec("shop.newest", "تازه‌ها", "Newest", "/shop/newest", permission: .read)

  func selection() -> Selection { Selection(from: "shop_tool t").newestFirst() }
}

struct ListHeaviest: ListQuery {
  typealias Item = ToolLine
  var isDown: Bool?

  static let spec = Spec(
    "shop.by-weight", "به وزن", "By weight", "/shop/by-weight", permission: .read, fields: ["isDown": ("نزولی", "down")])

  func selection() -> Selection {
    let sorted = Selection(from: "shop_tool t").sorted(by: "t.weight")
    return isDown == true ? sorted.newestFirst() : sorted
  }
}
