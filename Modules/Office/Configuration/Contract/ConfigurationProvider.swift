import Contracts
import Feature

struct ConfigurationProvider: ConfigurationSource {
  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    try ConfigurationProvider.settings(for: rule, in: snapshot)
  }

  /// In the order in which they were entered, those aside that were withdrawn before their day.
  static func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    try snapshot.rows(
      """
      SELECT s.parameter, s.province, s.from_day, s.value, s.source, s.is_locked, c.decided_on
      FROM configuration_setting s
      LEFT JOIN configuration_change_item i ON i.setting = s.id
      LEFT JOIN configuration_change c ON c.id = i.change
      WHERE s.rule = ? AND c.state IS NOT 'withdrawn'
      ORDER BY s.id
      """, rule
    ).map { row in
      Setting(
        parameter: row[0].string ?? "", province: row[1].string, from: JalaliDay(number: Int(row[2].integer ?? 0)),
        value: try JSONReader.read(Array((row[3].string ?? "null").utf8)), source: row[4].string ?? "",
        isLocked: row[5].integer == 1, entered: day(row[6]))
    }
  }

  private static func day(_ column: Value) -> JalaliDay? {
    column == .null ? nil : JalaliDay(number: Int(column.integer ?? 0))
  }

  /// Desks are always on; a feature is on where the latest word says so.
  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    let installed = try snapshot.contract((any DeclarationIndex).self).modules.first { $0.id == module }
    guard let installed, installed.isSwitchable else { return true }
    return try SwitchWords(about: installed, in: snapshot).isOn(installed, in: province, on: day)
  }
}
