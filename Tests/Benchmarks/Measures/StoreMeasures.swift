import Feature
import CSodium
import Foundation
import Host
import Jalali
import Ledger
import Engine
import Store
import Values

/// What the house does without a network: the night, verification, indicators, growth.
struct StoreMeasures {
  let options: Options
  let sheet: Sheet
  let store: BenchStore

  /// All agreements end with the year; the first night of the next one renews them.
  func night() throws {
    let runtime = try store.house().runtime
    let day = JalaliDay.firstDay(ofYear: runtime.clock.day.year + 1)
    var settled = 0
    let before = processorSeconds()
    let time = try seconds {
      for report in try Night(runtime, host: "bench", isPlayed: true).run(upTo: day, catchingUp: .everything)
      where report.task == "healthbases.renew" {
        settled = report.settled
      }
    }
    let processor = (processorSeconds() - before) / Double(max(1, settled)) * 1e6
    guard settled == options.agreements else { throw Complaint("The night settled \(settled) of \(options.agreements)") }
    let raw = try RawLoop(file: store.folder.path + "/raw-night.db")
    let ceiling = try raw.run(
      .init(inserts: 2, updates: 1, entries: 3, verdicts: 1), count: options.agreements, unitsPerCommit: 200)
    let each = time / Double(settled) * 1e6
    let ratio = Double(settled) / time / ceiling
    sheet.keep("night.microseconds", each)
    sheet.keep("night.ceiling", ceiling)
    sheet.keep("night.processorMicroseconds", processor)
    sheet.note("night: \(short(processor)) us of processor time an agreement")
    sheet.add(
      "nightly renewal, \(settled) agreements", goal: "<= 15 us each", figure: "\(short(each)) us each", isMet: each <= 15)
    sheet.add(
      "  beside the raw loop", goal: ">= 0.4", figure: short(ratio), beside: "raw loop \(short(1e6 / ceiling)) us each",
      isMet: ratio >= 0.4)
  }

  func verify() throws {
    let connection = try Connection(path: store.folder.database, mode: .reader)
    let registry = try store.house().runtime.registry
    let tables = registry.tables.all.filter(\.table.isAudited).map {
      AuditedTable(object: $0.entity.object, table: $0.table.name, columns: $0.columns.map(\.name))
    }
    var entries: Int64 = 0
    let before = processorSeconds()
    let time = try seconds {
      let report = try LedgerVerifier.verify(on: connection, key: nil, keyName: "", tables: tables)
      entries = report.entries
      guard report.faultCount == 0 else { throw Complaint("The ledger is not clean: \(report.firstBad?.what.en ?? "")") }
    }
    let processor = (processorSeconds() - before) / Double(entries) * 1e6
    sheet.note("verify: \(short(processor)) us of processor time an entry")
    let hashing = hashing(Int(entries))
    let each = time / Double(entries) * 1e6
    sheet.keep("verify.microseconds", each)
    sheet.add(
      "audit verify, \(entries) entries", goal: "<= 5 us each", figure: "\(short(each)) us each",
      beside: "hashing alone \(short(hashing / Double(entries) * 1e6)) us each", isMet: each <= 5)
  }

  /// Leaf and node hashes of so many entries, in seconds.
  private func hashing(_ count: Int) -> Double {
    let leaf = [UInt8](repeating: 0x61, count: 700)
    var hash = [UInt8](repeating: 0, count: 32)
    return seconds {
      for _ in 0..<count {
        crypto_hash_sha256(&hash, leaf, 700)
        crypto_hash_sha256(&hash, leaf, 65)
      }
    }
  }

  func indicators() throws {
    let year = try store.house().runtime.clock.day.year
    let question = Value.record(["year": .int(Int64(year))])
    try store.perform("monitoring.indicators", question)
    let time = try seconds { try store.perform("monitoring.indicators", question) }
    let million = time * 1e6 / Double(options.rows)
    sheet.keep("indicators.ms", time * 1_000)
    sheet.add(
      "both indicators, 31 provinces, \(options.rows) members", goal: "<= 300 ms a million", figure: "\(short(time * 1_000)) ms",
      beside: "a million at this pace: \(short(million * 1_000)) ms", isMet: million <= 0.3)
  }

  /// The same action with ten times the rows before it.
  func growth() throws {
    var serial = 0
    func input() -> Value {
      serial += 1
      return .record(["neighbourhood": 1, "title": .text("درمانگاه \(serial)"), "category": "infrastructure"])
    }
    func each() throws -> Double {
      try store.pour("mobilisation.record-need", count: 500, input)
      let rounds = try (0..<3).map { _ in try seconds { try store.pour("mobilisation.record-need", count: 2_000, input) } }
      return (rounds.sorted()[1] / 2_000) * 1e6
    }
    try store.seed("bench.needs", 10_000)
    let small = try each()
    try store.seed("bench.needs", 90_000, from: 10_000)
    let large = try each()
    sheet.keep("growth", large / small)
    sheet.add(
      "cost per action, 100,000 rows against 10,000", goal: "<= 1.3", figure: short(large / small),
      beside: "\(short(small)) us, then \(short(large)) us", isMet: large / small <= 1.3)
  }
}
