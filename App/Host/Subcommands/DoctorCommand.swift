import Jalali
import Registry
import Store
import Values

enum DoctorCommand: Subcommand {
  static let name = "doctor"
  static let usage = "doctor [--store DIR]"
  static let texts = Texts("سلامت مخزن را بررسی می‌کند.", "Checks the store: integrity, foreign keys, keys, clock.")

  static func run(_ words: Words) throws -> Int32 {
    let folder = Opening.folder(words)
    let connection = try Connection(path: folder.database, mode: .reader)
    var isWell = true
    func line(_ name: String, _ good: Bool, _ detail: String) {
      isWell = isWell && good
      print("\(good ? "ok  " : "BAD ") \(name): \(detail)")
    }
    let integrity = try connection.kernel("PRAGMA integrity_check(5)").all().compactMap { $0.first?.string }
    line("integrity", integrity == ["ok"], integrity.joined(separator: "; "))
    let foreign = try connection.kernel("PRAGMA foreign_key_check").all().count
    line("foreign keys", foreign == 0, "\(foreign) broken")
    let mode = try connection.kernel("PRAGMA journal_mode").first()?.string ?? ""
    line("journal", mode == "wal", mode)
    let known = Set(try Registry(InstalledModules.all).migrations.map(\.name))
    let applied = try connection.kernel("SELECT name FROM store_migration").all().compactMap { $0.first?.string }
    line("schema", Set(applied).isSubset(of: known), "\(applied.count) migrations")
    print("     today: \(Clock.system.day.text) (\(Clock.system.day.iso))")
    return isWell ? 0 : 6
  }
}
