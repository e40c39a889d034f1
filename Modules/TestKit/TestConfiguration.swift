public import Feature
import Synchronization

/// Stands in for the configuration desk: everything is on, and settings are whatever the test says.
public enum TestConfiguration: FeatureModule {
  public static let module = Module(
    "configuration", "پیکربندی آزمون", "test configuration", availability: .always,
    provisions: [.provides((any ConfigurationSource).self, StandInConfiguration())])

  /// Sets a parameter for the nation from 1300 on, for every test store of this process.
  public static func set(_ rule: String, _ parameter: String, _ value: Value) throws {
    let from = try JalaliDay(1300, 1, 1)
    TestSettings.all.withLock { all in
      all[rule, default: []].append(
        Setting(parameter: parameter, province: nil, from: from, value: value, source: "test"))
    }
  }
}

private struct StandInConfiguration: ConfigurationSource {
  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    TestSettings.all.withLock { $0[rule] ?? [] }
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool { true }
}

private enum TestSettings {
  static let all = Mutex<[String: [Setting]]>([:])
}
