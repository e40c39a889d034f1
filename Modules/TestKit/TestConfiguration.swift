public import Feature

/// Stands in for the configuration desk: every module is on, and settings are what the test says.
public final class TestConfiguration: StandIn, ConfigurationSource {
  /// By the id of a rule.
  public let settings = Answers<String, [Setting]> { _ in [] }
  /// Whether a module is on.
  public let switches = Answers<Switch, Bool> { _ in true }

  /// A module in a province on a day.
  public struct Switch: Hashable, Sendable {
    public let module: String
    public let province: Province
    public let day: JalaliDay
  }

  public init() {}

  public var declaration: Module {
    Module(
      "configuration", "پیکربندی آزمون", "test configuration", availability: .always,
      provisions: [.provides((any ConfigurationSource).self, self)])
  }

  /// Sets a parameter for a province (`IR-27`), or for the nation, from 1300 on.
  public func set(_ rule: String, _ parameter: String, _ value: Value, in province: String? = nil) throws {
    let setting = Setting(
      parameter: parameter, province: province, from: try JalaliDay(1300, 1, 1), value: value, source: "test")
    settings.set(try settings.known(rule) + [setting], to: rule)
  }

  public func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] { try settings(rule) }

  public func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    try switches(Switch(module: module, province: province, day: day))
  }
}
