import Feature
import Glibc
import Jalali
import Ledger
import Engine
import Store
import Values

enum DoctorCommand: Subcommand {
  static let name = "doctor"
  static let usage = "doctor [--store DIR] [--config DIR]"
  static let texts = Texts(
    "سلامت مخزن را بررسی می‌کند: فایل، دفتر، کلیدها، ساعت، دیسک، پیکربندی.",
    "Checks the store, also beside a running server: file, ledger, keys, clock, disk, configuration.")
  static let flags = ["config="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    var sheet = HealthReport()
    let folder = StoreLocator.folder(arguments)
    let connection = try Connection(path: folder.database, mode: .reader)
    try database(connection, folder, &sheet)
    let registry = try Registry(InstalledModules.all)
    schema(connection, registry, &sheet)
    keys(folder, registry, &sheet)
    ledger(connection, folder, registry, &sheet)
    clock(connection, &sheet)
    nights(folder, registry, &sheet)
    hands(connection, &sheet)
    disk(folder, &sheet)
    config(arguments, registry, &sheet)
    return sheet.isWell ? 0 : 6
  }

  private static func database(_ connection: Connection, _ folder: StoreFolder, _ sheet: inout HealthReport) throws {
    sheet.check("integrity", "درستی فایل") {
      let said = try connection.privileged("PRAGMA integrity_check(5)").all().compactMap { $0.first?.string }
      return (said == ["ok"], said.joined(separator: "; "))
    }
    sheet.check("foreign keys", "ارجاع‌ها") {
      let broken = try connection.privileged("PRAGMA foreign_key_check").all().count
      return (broken == 0, "\(broken) broken")
    }
    sheet.check("journal", "گونهٔ روزنگار") {
      let mode = try connection.privileged("PRAGMA journal_mode").first()?.string ?? ""
      return (mode == "wal", mode)
    }
    sheet.check("write-ahead log", "اندازهٔ -wal") {
      let bytes = size(folder.database + "-wal")
      return (bytes < 64 << 20, "\(bytes) bytes")
    }
    sheet.check("checkpoint", "رونویسی -wal در پایگاه") {
      let row = try connection.privileged("PRAGMA wal_checkpoint(PASSIVE)").all().first ?? []
      return (row.first?.integer == 0, "\(row.last?.integer ?? 0) of \(row.dropFirst().first?.integer ?? 0) pages copied")
    }
    let holder = StoreLock.holder(of: folder)
    sheet.tell("held by", "در دست", holder.isEmpty ? "nobody yet" : "\(holder) (or was, before it ended)")
  }

  /// Posts that decide and were given by one person alone: not wrong, but somebody else should look at them.
  private static func hands(_ connection: Connection, _ sheet: inout HealthReport) {
    let rows = try? connection.privileged(
      """
      SELECT p.role, coalesce(p.province, 'nation') FROM accounts_post_confirmation c JOIN accounts_post p ON p.id = c.post
      WHERE c.state = 'confirmed' AND c.hands = 1 AND (p.valid_until IS NULL OR p.valid_until >= ?) ORDER BY p.id
      """
    ).bind([.int(Int64(Clock.system.day.number))]).all()
    let posts = (rows ?? []).map { "\($0[0].string ?? "") of \($0[1].string ?? "")" }
    sheet.tell("posts given by one hand", "سمت‌های یک‌دستی", posts.isEmpty ? "none" : "\(posts.count): \(posts.joined(separator: ", "))")
  }

  private static func schema(_ connection: Connection, _ registry: Registry, _ sheet: inout HealthReport) {
    sheet.check("schema", "طرح پایگاه") {
      let state = try registry.schema.state(of: connection)
      let parts = [("missing", state.missing), ("unknown", state.unknown), ("edited", state.edited)].map { word, steps in
        "\(steps.count) \(word)" + (steps.isEmpty ? "" : " (\(steps.joined(separator: ", ")))")
      }
      let unmarked = state.unmarked.isEmpty ? [] : ["\(state.unmarked.count) without a digest until the next opening"]
      let deviations = try registry.schema.deviations(of: connection)
      return (
        state.isSame && deviations.isEmpty,
        (["\(state.applied.count) steps"] + parts + unmarked + deviations.map(\.texts.en)).joined(separator: ", ")
      )
    }
  }

  private static func keys(_ folder: StoreFolder, _ registry: Registry, _ sheet: inout HealthReport) {
    sheet.check("keys", "کلیدها") {
      let runtime = try Runtime(reading: folder, registry: registry)
      let signs = try runtime.signsLedger(runtime.openReader())
      return (signs, signs ? "master.key and audit.key belong to this store" : "\(folder.keys)/audit.key does not sign this ledger")
    }
  }

  private static func ledger(
    _ connection: Connection, _ folder: StoreFolder, _ registry: Registry, _ sheet: inout HealthReport
  ) {
    sheet.check("ledger", "دفتر") {
      let mark = try Anchor(parsing: PlainFile.read(folder.highWaterMark), source: folder.highWaterMark)
      let report = try LedgerVerifier.verify(
        on: connection, key: nil, keyName: "", tables: registry.auditedTables, anchors: [mark],
        vault: try? folder.vault(for: connection))
      let first = report.firstBad.map { ", first: \($0.what.en)" } ?? ""
      return (report.conclusion == .proven, "\(report.entries) entries, \(report.faultCount) faults\(first)")
    }
  }

  private static func clock(_ connection: Connection, _ sheet: inout HealthReport) {
    let now = Clock.system.now()
    sheet.check("clock", "ساعت") {
      let leaf = try connection.privileged("SELECT leaf FROM audit_entry ORDER BY id DESC LIMIT 1").first()
      var last = ""
      if case .bytes(let bytes)? = leaf { last = try JSONReader.read(bytes)["at"]?.string ?? "" }
      // So far behind, entries wait for the clock; further behind, they are refused.
      let isAhead = Clock.rfc3339(now + 24 * 3_600_000_000) > last
      let advice = isAhead ? "" : "; put it right, or take it as right: hamyar clock accept --reason …"
      return (isAhead && Clock.system.day.year > 1404, "\(Clock.rfc3339(now)), last entry \(last.isEmpty ? "none" : last)\(advice)")
    }
    var seconds = time_t(now / 1_000_000)
    var civil = tm()
    localtime_r(&seconds, &civil)
    sheet.tell(
      "time zone", "منطقهٔ زمانی",
      "the system's is \(civil.tm_gmtoff) s from UTC; business days are Tehran's whatever it is: \(Clock.system.day.text), "
        + Clock.system.day.iso)
  }

  private static func nights(_ folder: StoreFolder, _ registry: Registry, _ sheet: inout HealthReport) {
    sheet.check("nights", "کار شبانه") {
      let runtime = try Runtime(reading: folder, registry: registry)
      let status = try runtime.nightStatus(runtime.openReader())
      return (status.isWell, status.sentences.map(\.en).joined(separator: " "))
    }
  }

  private static func disk(_ folder: StoreFolder, _ sheet: inout HealthReport) {
    sheet.check("disk", "دیسک") {
      var status = statvfs()
      guard statvfs(folder.path, &status) == 0 else { return (false, "unknown") }
      let free = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue
      let isReadOnly = UInt(status.f_flag) & UInt(ST_RDONLY) != 0
      return (free >= 64 << 20 && !isReadOnly, "\(free >> 20) MiB free\(isReadOnly ? ", read-only" : "")")
    }
    sheet.check("folder", "پوشه") {
      var status = stat()
      guard stat(folder.path, &status) == 0 else { return (false, "unknown") }
      let mode = status.st_mode & 0o777
      return (mode & 0o077 == 0, "mode \(String(mode, radix: 8))")
    }
  }

  private static func config(_ arguments: Arguments, _ registry: Registry, _ sheet: inout HealthReport) {
    let path = arguments.setting("config") ?? "Config"
    guard arguments.setting("config") != nil || access(path + "/national.json5", F_OK) == 0 else {
      return sheet.tell("configuration", "پیکربندی", "no folder \(path)")
    }
    sheet.check("configuration", "پیکربندی") {
      let faults = try ConfigCheck(folder: path).faults
      return (faults.isEmpty, faults.first?.line(in: .en) ?? path)
    }
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
