import Contracts
import Feature

struct ConfigurationProvider: ConfigurationSource {
  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    try ConfigurationProvider.settings(for: rule, in: snapshot)
  }

  static func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    try snapshot.rows(
      "SELECT parameter, province, from_day, value, source, is_locked FROM configuration_setting WHERE rule = ?", rule
    ).map { row in
      Setting(
        parameter: row[0].string ?? "", province: row[1].string, from: JalaliDay(number: Int(row[2].integer ?? 0)),
        value: try JSONReader.read(Array((row[3].string ?? "null").utf8)), source: row[4].string ?? "",
        isLocked: row[5].integer == 1)
    }
  }

  /// Desks are always on; a feature is on where the latest word says so.
  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    let installed = try snapshot.contract((any DeclarationIndex).self).modules.first { $0.id == module }
    guard let installed, installed.isSwitchable else { return true }
    return try SwitchLog.isOn(installed, province.code, day, in: snapshot)
  }
}
