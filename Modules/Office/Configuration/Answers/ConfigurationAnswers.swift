import Contracts
import Jalali
import Persian
import Registry
import Rules
import Values

struct ConfigurationAnswers: ConfigurationSource {
  let kernel: Kernel

  func settings(for rule: String, in look: borrowing Look) throws -> [Setting] {
    try ConfigurationAnswers.settings(for: rule, in: look)
  }

  static func settings(for rule: String, in look: borrowing Look) throws -> [Setting] {
    try look.rows(
      "SELECT parameter, province, from_day, value, source, is_locked FROM configuration_setting WHERE rule = ?", rule
    ).map { row in
      Setting(
        parameter: row[0].string ?? "", province: row[1].string, from: JalaliDay(number: Int(row[2].integer ?? 0)),
        value: try JSONReader.read(Array((row[3].string ?? "null").utf8)), source: row[4].string ?? "",
        isLocked: row[5].integer == 1)
    }
  }

  /// Desks are always on; a feature is on where the latest word says so.
  func isOn(_ module: String, in province: Province, on day: JalaliDay, in look: borrowing Look) throws -> Bool {
    let manifests = try kernel.ask((any InstalledHouse).self).manifests
    guard manifests.first(where: { $0.id == module })?.isSwitchable == true else { return true }
    return try SwitchBook.isOn(module, province.code, day, in: look)
  }
}
