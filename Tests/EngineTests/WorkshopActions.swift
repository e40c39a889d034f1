import Jalali
import Persian
import Engine
import Feature
import Store
import Values

struct MakeTool: Action {
  var province: Province
  var county: Int64?
  var name: String
  var weight: Int
  var due: JalaliDay?
  var note: Secret<String>?

  static let spec = Spec(
    "shop.make", "ساختن", "Make", .post, "/shop/tools", permission: .write,
    fields: [
      "province": ("استان", "province"), "county": ("شهرستان", "county"), "name": ("نام", "name"), "weight": ("وزن", "weight"),
      "due": ("سررسید", "due"), "note": ("یادداشت", "note"),
    ])

  func perform(in work: borrowing Transaction) throws -> Tool {
    let tool = try work.insert(
      Tool(
        province: province, county: county.map { ID($0) }, name: name, nameKey: PersianText.searchKey(name), weight: weight, state: .made,
        due: due, note: note))
    work.setReason(note?.content)
    try work.require(ToolWeight.self, .init(weight: weight, name: name), in: province)
    return tool
  }
}

struct ChangeTool: Action {
  var tool: Ref<ToolEntity>
  var rev: Int
  var weight: Int
  var province: Province?

  static let spec = Spec(
    "shop.change", "تغییر", "Change", .patch, "/shop/tools/{tool}", permission: .write,
    fields: ["tool": ("ابزار", "tool"), "rev": ("ویرایش", "revision"), "weight": ("وزن", "weight"), "province": ("استان", "province")])

  func perform(in work: borrowing Transaction) throws -> Tool {
    var row = try work.require(Tool.self, tool)
    row.rev = rev
    row.weight = weight
    if let province { row.province = province }
    return try work.update(row)
  }
}

struct ApproveTool: Action {
  var tool: Ref<ToolEntity>

  static let spec = Spec(
    "shop.approve", "تأیید", "Approve", .post, "/shop/tools/{tool}/approval", permission: .approve, weight: .serious,
    fields: ["tool": ("ابزار", "tool")])

  func perform(in work: borrowing Transaction) throws -> Tool {
    var row = try work.require(Tool.self, tool)
    try work.requireSeparationOfDuties(on: row)
    row.state = .approved
    return try work.update(row)
  }
}

/// Confirms what somebody else made, without a word of one's own.
struct VouchTool: ConfirmingAction {
  var tool: Ref<ToolEntity>

  static let spec = Spec(
    "shop.vouch", "گواهی", "Vouch", .post, "/shop/tools/{tool}/vouching", permission: .write, fields: ["tool": ("ابزار", "tool")])

  func perform(in work: borrowing Transaction) throws -> Tool {
    var row = try work.require(Tool.self, tool)
    row.due = work.day
    return try work.update(row)
  }
}

struct AgeTool: Action {
  var tool: Ref<ToolEntity>

  static let spec = Spec(
    "shop.age", "سنجش سن", "Judge age", .post, "/shop/tools/{tool}/age", permission: .write, fields: ["tool": ("ابزار", "tool")])

  func perform(in work: borrowing Transaction) throws -> Done {
    let row = try work.require(Tool.self, tool)
    try work.require(ToolAge.self, .init(years: row.weight), in: row.province)
    return Done()
  }
}

/// Counts an attempt and then says no.
struct TryTool: Action {
  var name: String

  static let spec = Spec("shop.try", "آزمودن", "Try", .post, "/shop/attempts", permission: .write, fields: ["name": ("نام", "name")])

  func perform(in work: borrowing Transaction) throws -> Done {
    let name = name
    work.persistOnRefusal { try $0.insert(Attempt(name: name)) }
    throw Refusal.conflict("shop.no", Texts("نه", "no"))
  }
}

struct Broken: Error {}

/// Fails in the ways of faulty code.
struct BreakTool: Action {
  var how: String

  static let spec = Spec("shop.break", "خراب", "Break", .post, "/shop/breaks", permission: .write, fields: ["how": ("چگونه", "how")])

  func perform(in work: borrowing Transaction) throws -> Done {
    let golestan = try Province(parsing: "IR-27")
    try work.insert(Tool(province: golestan, name: "rest", nameKey: "rest", weight: 5, state: .made))
    switch how {
    case "sql": _ = try work.rows("SELECT nothing FROM shop_tool")
    case "gate": _ = try work.rows("SELECT id FROM main.shop_tool")
    case "check": try work.insert(Tool(province: golestan, name: "forbidden", nameKey: "f", weight: 5, state: .made))
    case "error": throw Broken()
    case "field": throw FieldFault("/how", "shop.odd", Texts("نه", "odd"))
    default: break
    }
    return Done()
  }
}

/// Tools past their day wear out, unless they are heavy: then a rule says no.
enum WearTools: NightlyTask {
  static let id = "shop.wear"
  static let texts = Texts("فرسودگی", "wear")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      "SELECT id FROM shop_tool WHERE due <= ? AND state <> 'worn' AND id > ? ORDER BY id LIMIT ?", day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var tool = try work.find(Tool.self, ID(row)), tool.state != .worn, let due = tool.due, due <= work.day else { return }
    try work.require(ToolWeight.self, .init(weight: tool.weight, name: tool.name), in: tool.province)
    if tool.name == "brittle" { throw Broken() }
    tool.state = .worn
    try work.update(tool)
  }
}
