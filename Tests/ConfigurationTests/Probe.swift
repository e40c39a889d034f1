import Contracts
import Jalali
import Persian
import Engine
import Feature
import Store
import Values

/// A feature that keeps things of at least a certain size.
struct ProbeModule: FeatureModule {
  static let module = Module(
    "probe", "آزمون", "probe", after: ["configuration"], migrations: migrations, records: records, rules: rules, actions: actions)

  static var migrations: [Migration] {
    [
      Migration(
        "probe.tables",
        """
        CREATE TABLE probe_thing(
          id INTEGER PRIMARY KEY,
          rev INTEGER NOT NULL, -- rises with every change
          province TEXT NOT NULL, -- IR-nn
          size INTEGER NOT NULL -- metres
        ) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Thing.self] }
  static var rules: [any Rule.Type] { [SizeRule.self] }
  static var actions: [any Action.Type] { [AddThing.self] }
}

/// A feature that stands on the other.
struct UpperModule: FeatureModule {
  static let module = Module("upper", "بالایی", "upper", after: ["probe"])
}

enum ThingEntity: Entity {
  static let object = "probe.thing"
  static let texts = Texts("چیز", "thing")
}

struct Thing: ProvincialRecord {
  typealias Of = ThingEntity
  static let table = Table("probe_thing", reach: .province)

  var id = ID<ThingEntity>(0)
  var rev = 0
  var province: Province
  var size: Int
}

enum Unit: String, Choice {
  case metre, foot

  var texts: Texts { self == .metre ? Texts("متر", "metre") : Texts("پا", "foot") }
}

struct SizeRule: Rule {
  static let id = "probe.size"
  static let texts = Texts("نه کوچک و نه بزرگ", "neither small nor large")
  static let source = Citation("S9", "بند ۱", "section 1")
  static let parameters = [
    Parameter("largest", nil, "بزرگ‌ترین", "largest", source: .nobody),
    Parameter("smallest", 3, "کوچک‌ترین", "smallest", unit: ("متر", "metres")),
    Parameter("unit", "metre", "یکا", "unit"),
  ]

  struct Parameters: Codable, Sendable {
    var largest: Int
    var smallest: Int
    var unit: Unit
  }
  struct Facts: Codable, Sendable { var size: Int }
  enum Objection: String, RuleObjection {
    case small, large

    var code: String { "probe.\(rawValue)" }
    var texts: Texts { Texts("اندازه", rawValue) }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    if facts.size < parameters.smallest { return [.small] }
    return facts.size > parameters.largest ? [.large] : []
  }
}

struct AddThing: Action {
  var province: Province
  var size: Int

  static let spec = Spec(
    "probe.add", "افزودن", "Add", .post, "/probe", permission: Permission("probe.write", "آزمون", "probe", heldBy: Role.all),
    fields: ["province": ("استان", "province"), "size": ("اندازه", "size")])

  func perform(in work: borrowing Transaction) throws -> Thing {
    try work.require(SizeRule.self, .init(size: size), in: province)
    return try work.insert(Thing(province: province, size: size))
  }
}
