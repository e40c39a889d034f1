import Engine
import Feature
import Testing
import Values

@Suite struct `A transaction` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func make(_ name: String, in transaction: OpenTransaction, dryRun: Bool = false, weight: Int64 = 5) throws -> ActionResult {
    let (command, input) = try bench.input("shop.make", ["province": "IR-27", "name": .text(name), "weight": .int(weight)])
    return try transaction.perform(
      command, input, bench.context(maker, dryRun: dryRun), reader: bench.runtime.openReader())
  }

  private func names(in transaction: OpenTransaction) throws -> [Value] {
    let (command, input) = try bench.input("shop.tools", [:])
    let answer = try transaction.answer(command, input, bench.context(maker))
    return (answer["items"]?.items ?? []).compactMap { $0["name"] }
  }

  @Test func `sees its own changes, nobody else does, and all are kept at once with their entries`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    #expect(try make("الف", in: transaction).value["code"] == "TL-27-1405-0001")
    #expect(try make("ب", in: transaction).value["code"] == "TL-27-1405-0002")
    #expect(try make("پ", in: transaction, dryRun: true).preview.count == 1)
    #expect(try names(in: transaction) == ["الف", "ب"])
    #expect(try bench.count("shop_tool") == 0)
    #expect(try transaction.commit() == 1)
    #expect(transaction.isOver)
    #expect(try bench.count("shop_tool") == 2 && bench.count("audit_entry") == 2)
  }

  @Test func `that is rolled back leaves nothing but the attempts that were refused`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    _ = try make("الف", in: transaction)
    #expect(refusal { _ = try make("ب", in: transaction, weight: 1) }?.code == "rule.refused")
    #expect(refusal { _ = try make("پ", in: transaction, dryRun: true, weight: 1) }?.code == "rule.refused")
    try transaction.rollBack()
    #expect(try bench.count("shop_tool") == 0 && bench.count("registry_serial") == 0)
    #expect(try bench.entries().map { $0["out"] } == ["denied"])
    #expect(try bench.run("shop.make", ["province": "IR-27", "name": "ت", "weight": 5], as: maker).entry == 1, "the writer goes on")
  }

  @Test func `goes on after a refusal`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    _ = try make("الف", in: transaction)
    #expect(refusal { _ = try make("الف", in: transaction) }?.code == "conflict.exists")
    _ = try make("ب", in: transaction)
    _ = try transaction.commit()
    #expect(try bench.entries().map { $0["out"] } == ["ok", "ok", "denied"])
  }

  @Test func `remembers who touched what before the entries are written`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    _ = try make("الف", in: transaction)
    let (command, input) = try bench.input("shop.approve", ["tool": "TL-27-1405-0001"])
    func approve(_ principal: Principal) throws {
      _ = try transaction.perform(command, input, bench.context(principal), reader: bench.runtime.openReader())
    }
    #expect(refusal { try approve(maker) }?.code == "rule.refused", "whoever made it may not approve it")
    try approve(.test(.chief, number: 2))
    _ = try transaction.commit()
  }

  @Test func `left alone is rolled back, and says so`() throws {
    let transaction = try bench.runtime.begin(seconds: 0)
    while !transaction.isOver {}
    #expect(refusal { _ = try make("الف", in: transaction) }?.code == "transaction.over")
    #expect(refusal { _ = try transaction.commit() }?.code == "transaction.over")
    #expect(try bench.count("shop_tool") == 0)
  }

  @Test func `without the permission leaves a denied entry`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    let (command, input) = try bench.input("shop.make", ["province": "IR-27", "name": "الف", "weight": 5])
    let kind = refusal {
      _ = try transaction.perform(command, input, bench.context(.test(.chief)), reader: bench.runtime.openReader())
    }?.kind
    #expect(kind == .forbidden)
    try transaction.rollBack()
    #expect(try bench.entries().map { $0["out"] } == ["denied"])
  }

  @Test func `a fault of ours fails the step, not the transaction`() throws {
    let transaction = try bench.runtime.begin(seconds: 20)
    #expect(throws: (any Error).self) { try make("forbidden", in: transaction) }
    _ = try make("الف", in: transaction)
    #expect(try transaction.commit() == 0)
  }
}
