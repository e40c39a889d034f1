import Jalali
import Persian
import Engine
import Feature
import Store
import Values

extension Role {
  static let maker = Role("test.maker", "سازنده", "maker")
  static let chief = Role("test.chief", "رئیس", "chief")
}

extension Permission {
  static let read = Permission("shop.read", "دیدن", "see", heldBy: [.maker, .chief])
  static let write = Permission("shop.write", "ساختن", "make", heldBy: [.maker])
  static let approve = Permission("shop.approve", "تأیید", "approve", heldBy: [.chief, .maker])
}

enum ToolEntity: Entity {
  static let object = "shop.tool"
  static let prefix: String? = "TL"
  static let texts = Texts("ابزار", "tool")
}

enum DistrictEntity: Entity {
  static let object = "shop.district"
  static let texts = Texts("ناحیه", "district")
}

enum ToolState: String, Choice {
  case made, approved, worn
  var texts: Texts { Texts(rawValue, rawValue) }
}

struct Tool: CountyRecord, CodedRecord {
  typealias Of = ToolEntity
  static let table = Table("shop_tool", reach: .county)
  var id = ID<ToolEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<DistrictEntity>?
  var name: String
  var nameKey: String
  var weight: Int
  var state: ToolState
  var due: JalaliDay?
  var note: Secret<String>?
}

enum CountEntity: Entity {
  static let object = "shop.attempt"
  static let texts = Texts("تلاش", "attempt")
}

/// Perishable: not in the ledger.
struct Attempt: Record {
  typealias Of = CountEntity
  static let table = Table("shop_attempt", reach: .nation, isAudited: false)
  var id = ID<CountEntity>(0)
  var rev = 0
  var name: String
}

/// A tool weighs between two numbers.
struct ToolWeight: Rule {
  static let id = "shop.tool-weight"
  static let texts = Texts("وزن ابزار اندازه دارد.", "A tool has its weight.")
  static let source = Citation("S1", "مادهٔ ۱", "article 1")
  static let parameters = [
    Parameter("least", 2, "کمینه", "least"), Parameter("most", 100, "بیشینه", "most"),
  ]
  struct Parameters: Codable, Sendable {
    var least: Int
    var most: Int
  }
  struct Facts: Codable, Sendable {
    var weight: Int
    var name: String
  }
  enum Objection: RuleObjection {
    case light, heavy, unlucky
    var code: String { "shop.\(self)" }
    var texts: Texts { Texts("\(self)", "\(self)") }
  }
  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    (facts.weight < parameters.least ? [.light] : []) + (facts.weight > parameters.most ? [.heavy] : [])
      + (facts.weight == 1 ? [.unlucky] : [])
  }
}

/// Nobody has said how old a tool may grow.
struct ToolAge: Rule {
  static let id = "shop.tool-age"
  static let texts = Texts("ابزار کهنه نمی‌ماند.", "A tool does not grow old.")
  static let source = Citation.nobody
  static let parameters = [Parameter("years", nil, "سال", "years", source: .nobody)]
  struct Parameters: Codable, Sendable { var years: Int }
  struct Facts: Codable, Sendable { var years: Int }
  enum Objection: String, RuleObjection {
    case old
    var code: String { rawValue }
    var texts: Texts { Texts("کهنه", "old") }
  }
  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    facts.years > parameters.years ? [.old] : []
  }
}

enum ShopSchema {
  static let tables = Migration(
    "shop.tables",
    """
    CREATE TABLE shop_tool(
      id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, province TEXT NOT NULL, county INTEGER,
      name TEXT NOT NULL CHECK(name <> 'forbidden'), name_key TEXT NOT NULL, weight INTEGER NOT NULL, state TEXT NOT NULL,
      due INTEGER, note BLOB, UNIQUE(province, name_key)
    ) STRICT
    """,
    "CREATE TABLE shop_attempt(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, name TEXT NOT NULL) STRICT")
}

struct ShopModule: FeatureModule {
  static let module = Module(
    "shop", "کارگاه", "Workshop", migrations: migrations, records: records, rules: rules, actions: actions, queries: queries, lists: lists,
    nightly: nightly, hooks: Hooks(personalData: .write))
  static var migrations: [Migration] { [ShopSchema.tables] }
  static var records: [any Record.Type] { [Tool.self, Attempt.self] }
  static var rules: [any Rule.Type] { [ToolWeight.self, ToolAge.self] }
  static var actions: [any Action.Type] {
    [MakeTool.self, ChangeTool.self, ApproveTool.self, VouchTool.self, AgeTool.self, TryTool.self, BreakTool.self]
  }
  static var queries: [any Query.Type] { [ShowTool.self] }
  static var lists: [any ListQuery.Type] { [ListTools.self, ListNewest.self, ListHeaviest.self] }
  static var nightly: [any NightlyTask.Type] { [WearTools.self] }
}
