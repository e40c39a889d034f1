public import Jalali
public import Persian
public import Registry
public import Rules
import Synchronization
public import Values

/// Stands in for the configuration desk: everything is on, and settings are whatever the test says.
public struct TestConfiguration: FeatureModule, ConfigurationSource {
  public static let manifest = Manifest("configuration", "پیکربندی آزمون", "test configuration", isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any ConfigurationSource).self, self) }

  public func settings(for rule: String, in look: borrowing Look) throws -> [Setting] {
    TestSettings.all.withLock { $0[rule] ?? [] }
  }

  public func isOn(_ module: String, in province: Province, on day: JalaliDay, in look: borrowing Look) throws -> Bool { true }

  /// Sets a parameter for the nation from 1300 on, for every test store of this process.
  public static func set(_ rule: String, _ parameter: String, _ value: Value) throws {
    let from = try JalaliDay(1300, 1, 1)
    TestSettings.all.withLock { all in
      all[rule, default: []].append(
        Setting(parameter: parameter, province: nil, from: from, value: value, source: "test"))
    }
  }
}

private enum TestSettings {
  static let all = Mutex<[String: [Setting]]>([:])
}
