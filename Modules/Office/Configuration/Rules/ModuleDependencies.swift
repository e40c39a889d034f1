public import Jalali
public import Rules
public import Values

/// A module works only where the modules it stands on work (no health bases without institutes).
public struct ModuleDependencies: Rule {
  public static let id = "configuration.module-dependencies"
  public static let texts = Texts(
    "هر ماژول فقط جایی روشن است که ماژول‌های پیش‌نیازش روشن باشند.",
    "A module is on only where the modules it stands on are on.")
  public static let source = Citation("D", "وابستگی ماژول‌ها", "dependencies between modules")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var isOn: Bool
    /// Modules it stands on that are off there on that day.
    public var missing: [String]
    /// Modules that stand on it and are on there on that day.
    public var dependents: [String]
  }

  public enum Objection: RuleObjection {
    case missing(String), needed(String)

    public var code: String {
      switch self {
      case .missing: "configuration.module-missing"
      case .needed: "configuration.module-needed"
      }
    }
    public var texts: Texts {
      switch self {
      case .missing(let name): Texts("نخست ماژول \(name) را روشن کنید.", "Switch the module \(name) on first.")
      case .needed(let name):
        Texts("ماژول \(name) به این ماژول نیاز دارد؛ نخست آن را خاموش کنید.", "The module \(name) needs this one; switch it off first.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.isOn ? facts.missing.map(Objection.missing) : facts.dependents.map(Objection.needed)
  }
}
