import Contracts
import Feature

/// A value is succeeded, never edited: it begins after the present one; a locked national value has no provincial one.
struct ParameterChange: Rule {
  static let id = "configuration.parameter-change"
  static let texts = Texts(
    "مقدار تازه پس از مقدار کنونی آغاز می‌شود و مقدار قفل‌شدهٔ کشوری، مقدار استانی نمی‌پذیرد.",
    "A new value begins after the present one, and a locked national value takes no provincial one.")
  static let source = Citation("D", "مقادیر تاریخ‌دار و مستند", "dated, cited values")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var from: JalaliDay
    var latest: JalaliDay?
    var isProvincial: Bool
    var isNationLocked: Bool
    var hasSource: Bool
  }

  enum Objection: RuleObjection {
    case notLater(JalaliDay), locked, sourceMissing

    var code: String {
      switch self {
      case .notLater: "configuration.not-later"
      case .locked: "configuration.locked"
      case .sourceMissing: "configuration.source-missing"
      }
    }
    var texts: Texts {
      switch self {
      case .notLater(let day):
        Texts(
          "مقدار کنونی از \(day.text) است؛ مقدار تازه باید پس از آن آغاز شود.",
          "The present value runs from \(day.text); a new one must begin after it.")
      case .locked: Texts("بهزیستی کشور این مقدار را قفل کرده است.", "The national office has locked this value.")
      case .sourceMissing: Texts("مستند مقدار را بنویسید.", "State what the value rests on.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if let latest = facts.latest, facts.from <= latest { objections.append(.notLater(latest)) }
    if facts.isProvincial, facts.isNationLocked { objections.append(.locked) }
    if !facts.hasSource { objections.append(.sourceMissing) }
    return objections
  }
}

/// A module works only where the modules it stands on work (no health bases without institutes).
struct ModuleDependencies: Rule {
  static let id = "configuration.module-dependencies"
  static let texts = Texts(
    "هر ماژول فقط جایی روشن است که ماژول‌های پیش‌نیازش روشن باشند.",
    "A module is on only where the modules it depends on are on.")
  static let source = Citation("D", "وابستگی ماژول‌ها", "dependencies between modules")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isOn: Bool
    /// Modules it stands on that are off there on that day.
    var missing: [String]
    /// Modules that stand on it and are on there on that day.
    var dependents: [String]
  }

  enum Objection: RuleObjection {
    case missing(String), needed(String)

    var code: String {
      switch self {
      case .missing: "configuration.module-missing"
      case .needed: "configuration.module-needed"
      }
    }
    var texts: Texts {
      switch self {
      case .missing(let name): Texts("نخست ماژول \(name) را روشن کنید.", "Switch the module \(name) on first.")
      case .needed(let name):
        Texts("ماژول \(name) به این ماژول نیاز دارد؛ نخست آن را خاموش کنید.", "The module \(name) needs this one; switch it off first.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.isOn ? facts.missing.map(Objection.missing) : facts.dependents.map(Objection.needed)
  }
}
