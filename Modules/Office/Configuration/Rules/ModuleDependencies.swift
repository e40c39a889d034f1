import Contracts
import Feature

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
