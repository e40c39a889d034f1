import Engine
import Feature
import Testing
import Values

@Suite struct `An import` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func all(
    _ rows: [(String, Int64)], skipping: Bool = false, dryRun: Bool = false, as principal: Principal? = nil
  ) throws -> BatchResult {
    let command = try #require(bench.registry.command("shop.make"))
    let inputs = rows.map { Value.record(["province": "IR-27", "name": .text($0.0), "weight": .int($0.1)]) }
    return try bench.runtime.performAll(
      command, BatchRows(inputs), bench.context(principal ?? maker, dryRun: dryRun), BatchWish(skipsRefused: skipping))
  }

  @Test func `keeps all rows, each with its entry`() throws {
    let answer = try all([("الف", 5), ("ب", 6)])
    #expect(answer.isKept && answer.done == 2 && answer.refused.isEmpty && answer.lastEntry == 1)
    #expect(try bench.sql("SELECT code FROM shop_tool ORDER BY id") == [["TL-27-1405-0001"], ["TL-27-1405-0002"]])
  }

  @Test func `keeps none when one is refused, and tells every refused row`() throws {
    let answer = try all([("الف", 5), ("ب", 1), ("پ", 5), ("الف", 5)])
    #expect(!answer.isKept && answer.refused.map(\.row) == [1, 3])
    #expect(answer.refused.map(\.refusal.code) == ["rule.refused", "input.invalid"], "later rows see earlier ones")
    #expect(answer.refused.last?.refusal.faults.map { "\($0.pointer) \($0.texts.en)" } == ["/name It is the same as row 0 of this sheet."])
    #expect(answer.refused.map { $0.refusal.next.first?.command } == ["shop.make", nil], "each row says what to do next")
    #expect(try bench.count("shop_tool") == 0 && bench.count("audit_entry") == 0)
  }

  @Test func `keeps the good ones when the others may be skipped`() throws {
    let answer = try all([("الف", 1), ("ب", 5), ("پ", 500)], skipping: true)
    #expect(answer.isKept && answer.done == 1 && answer.refused.map(\.row) == [0, 2])
    #expect(try bench.sql("SELECT name, code FROM shop_tool") == [["ب", "TL-27-1405-0001"]])
  }

  @Test(arguments: [false, true])
  func `stopped after a row keeps what was done only where rows may be skipped`(skips: Bool) throws {
    let command = try #require(bench.registry.command("shop.make"))
    let inputs = ["الف", "ب", "پ"].map { Value.record(["province": "IR-27", "name": .text($0), "weight": 5]) }
    let answer = try bench.runtime.performAll(
      command, BatchRows(inputs), bench.context(maker), BatchWish(skipsRefused: skips)
    ) { $0 < 2 }
    #expect(answer.tried == 2 && answer.done == 2 && answer.isKept == skips)
    #expect(try bench.count("shop_tool") == (skips ? 2 : 0))
  }

  @Test func `tried as a dry run keeps nothing`() throws {
    let answer = try all([("الف", 5)], dryRun: true)
    #expect(!answer.isKept && answer.done == 1)
    #expect(try bench.count("shop_tool") == 0 && bench.count("registry_serial") == 0)
  }

  @Test func `that meets a fault of ours keeps nothing and does not harm its neighbours`() throws {
    #expect(throws: (any Error).self) { try all([("الف", 5), ("forbidden", 5)]) }
    do { _ = try all([("forbidden", 5)]) } catch let fault as CallFault { Issue.record("the whole group failed: \(fault)") } catch {}
    #expect(try bench.count("shop_tool") == 0)
    #expect(try all([("الف", 5)]).isKept)
  }

  @Test func `without the permission leaves a denied entry`() throws {
    #expect(refusal { _ = try all([("الف", 5)], as: .test(.chief)) }?.kind == .forbidden)
    #expect(try bench.entries().map { $0["out"] } == ["denied"])
  }

  @Test func `tells its actions that nobody reads what they answer`() throws {
    let bench = try Bench([DepotModule.self])
    let (command, input) = try bench.input("depot.add-shelf", ["province": "IR-27", "name": "told?"])
    for wantsCodes in [false, true] {
      let answer = try bench.runtime.performAll(command, BatchRows([input]), bench.context(maker), BatchWish(wantsCodes: wantsCodes))
      #expect(answer.isKept && answer.codes.map(\.row) == (wantsCodes ? [0] : []))
    }
    try bench.run("depot.add-shelf", ["province": "IR-27", "name": "told?"], as: maker)
    #expect(try bench.sql("SELECT name FROM depot_shelf ORDER BY id") == [["false"], ["false"], ["true"]])
  }
}
