import Feature
import Ledger
import Store
import TestKit
import Testing
import Values

@testable import Engine

@Suite struct `A sheet that is taken back` {
  private let bench: Bench
  private let maker = Principal.test(.maker)
  private let text = "name,weight,province,note\nالف,5,IR-27,راز\nب,6,IR-27,\nپ,7,IR-27,\n"

  init() throws { bench = try Bench() }

  @discardableResult
  private func bring(_ text: String, _ action: String = "shop.make", as principal: Principal? = nil) throws -> SheetReport {
    let command = try #require(bench.registry.command(action))
    return try SheetImport(command: command, sheet: Sheet(Array(text.utf8))).run(bench.runtime, bench.context(principal ?? maker))
  }

  @discardableResult
  private func undo(_ batch: Int64, as principal: Principal? = nil, dryRun: Bool = false) throws -> Value {
    try bench.run("imports.undo", ["batch": .int(batch), "reason": "اشتباه"], as: principal ?? maker, dryRun: dryRun).value
  }

  private func verify() throws -> VerifyReport {
    let connection = try Connection(path: bench.folder.database, mode: .reader)
    return try LedgerVerifier.verify(on: connection, key: nil, keyName: "", tables: bench.registry.auditedTables, anchors: [])
  }

  @Test func `leaves none of its rows, and the ledger says so row by row`() throws {
    try bench.run("shop.make", ["province": "IR-27", "name": "پیش", "weight": 5], as: maker)
    try bring(text)
    #expect(try bench.count("shop_tool") == 4)
    let undone = try undo(1)
    #expect(undone["removed"] == 3 && undone["restored"] == 0)
    #expect(try bench.sql("SELECT name FROM shop_tool") == [["پیش"]])
    let entries = try bench.entries().filter { $0["act"] == "imports.undo" }
    #expect(entries.map { $0["obj"] } == ["shop.tool/4", "shop.tool/3", "shop.tool/2"] && entries.allSatisfy { $0["req"] == "batch-1" })
    #expect(entries.allSatisfy { $0["rev"] == 2 && $0["after"] == nil && $0["why"] != nil && $0["state"] != nil })
    let report = try verify()
    #expect(report.faultCount == 0, "\(report)")
    let item = try bench.ask("imports.show", ["batch": 1], as: maker)
    #expect(item["undoneBy"] == "u1" && item["undoneAt"]?.isNull == false)
    #expect(refusal { _ = try undo(1) }?.code == "import.undone")
  }

  @Test func `may come again, under numbers and codes that nobody had`() throws {
    try bring(text)
    try undo(1)
    #expect(try bring(text).changed == 3)
    #expect(try bench.sql("SELECT id, code FROM shop_tool ORDER BY id").map { $0[0] } == [4, 5, 6])
    #expect(try bench.sql("SELECT max(code) FROM shop_tool") == [["TL-27-1405-0006"]])
    #expect(try verify().faultCount == 0)
    try undo(2)
    #expect(try bench.count("shop_tool") == 0)
  }

  @Test func `is only tried out where that is wished`() throws {
    try bring(text)
    #expect(try undo(1, dryRun: true)["removed"] == 3)
    #expect(try bench.count("shop_tool") == 3 && bench.count("registry_removed") == 0)
    #expect(try bench.ask("imports.show", ["batch": 1], as: maker)["undoneBy"]?.isNull ?? true)
  }

  @Test func `stays where one of its rows changed since, and nothing of it goes`() throws {
    try bring(text)
    try bench.run("shop.change", ["tool": "TL-27-1405-0002", "rev": 1, "weight": 9], as: maker)
    let refused = refusal { _ = try undo(1) }
    #expect(refused?.code == "import.undo-rests" && refused?.kind == .conflict)
    #expect(refused?.faults.map(\.code) == ["import.changed-since"], "\(String(describing: refused))")
    #expect(refused?.faults.first?.texts.en.contains("TL-27-1405-0002") == true && refused?.next.isEmpty == false)
    #expect(try bench.count("shop_tool") == 3)
  }

  @Test func `gives rows that it changed their values back`() throws {
    try bring(text)
    try bring("tool,rev,weight\nTL-27-1405-0001,1,50\nTL-27-1405-0003,1,60\n", "shop.change")
    #expect(try bench.sql("SELECT weight FROM shop_tool ORDER BY id") == [[50], [6], [60]])
    let undone = try undo(2)
    #expect(undone["removed"] == 0 && undone["restored"] == 2)
    #expect(try bench.sql("SELECT weight, rev FROM shop_tool ORDER BY id") == [[5, 3], [6, 1], [7, 3]])
    let entry = try #require(bench.entries().last)
    #expect(entry["before"]?["weight"] == 50 && entry["after"]?["weight"] == 5 && entry["obj"] == "shop.tool/1")
    #expect(try verify().faultCount == 0)
    // What was changed and changed back stands in nobody's way.
    #expect(try undo(1)["removed"] == 3 && bench.count("shop_tool") == 0)
    #expect(try verify().faultCount == 0)
  }

  @Test func `is somebody's own: others do not see it, and who lost the right may not`() throws {
    try bring(text)
    #expect(refusal { _ = try undo(1, as: .test(.maker, number: 9)) }?.kind == .notFound)
    #expect(refusal { _ = try undo(1, as: .test(.chief)) }?.kind == .forbidden)
    #expect(refusal { _ = try undo(1, as: .test(.maker, in: .province("IR-12"))) }?.kind == .notFound)
    #expect(try bench.count("shop_tool") == 3)
  }

  @Test func `keeps what its rows were, sealed`() throws {
    try bring(text)
    try undo(1)
    let kept = try bench.sql("SELECT object, row, columns FROM registry_removed ORDER BY row")
    #expect(kept.map { $0[1] } == [1, 2, 3] && kept[0][0] == "shop.tool")
    guard case .bytes(let box) = kept[0][2] else { throw CallFault.lost }
    #expect(!String(decoding: box, as: UTF8.self).contains("الف"))
    let connection = try Connection(path: bench.folder.database, mode: .reader)
    let place = VaultPlace(table: "registry_removed", column: "columns", row: 1)
    let plain = try #require(try bench.runtime.vault.open(box, at: place, subject: nil, on: connection))
    #expect(try JSONReader.read(plain)["name"] == "الف")
  }
}
