import Engine
import Feature
import Store
import Testing
import Values

/// What the rows are called that an answer refers to: remembered, and never longer than it is true.
@Suite struct `Names of references` {
  private let bench: Bench
  private let reader: ReadSession
  private let maker = Principal.test(.maker)
  private let chief = Principal.test(.chief, number: 2)
  private let foreign = Principal.test(.maker, in: .province("IR-12"), number: 3)

  init() throws {
    bench = try Bench([DepotModule.self])
    reader = try bench.runtime.openReader()
    try bench.run("depot.add-shelf", ["province": "IR-27", "name": "بالا"], as: maker)
    try bench.run("depot.add-crate", ["shelf": 1, "word": "sesame"], as: maker)
  }

  /// As the server reads: requests in batches on one connection, so that names outlive a request.
  private func batched(_ id: String, _ pairs: KeyValuePairs<String, Value> = [:], as principal: Principal) throws -> Value {
    let (command, value) = try bench.input(id, pairs)
    reader.beginBatch()
    defer { reader.endBatch() }
    let text = try bench.runtime.answer(
      command, value, bench.context(principal), reader: reader, naming: { try JSONEncoding.write($0, naming: $1).body })
    return try JSONReader.read(text)
  }

  private func first(as principal: Principal) throws -> Value { try batched("depot.crates", as: principal)["items"]?.items.first ?? .null }

  @Test func `stand beside the numbers, in lists, rows and answers of actions`() throws {
    let inside = try bench.run("depot.add-crate", ["shelf": "SH-1", "inside": "CT-1"], as: maker).value
    let shelf: Value = .record(["code": "SH-1", "name": "بالا"])
    let crate: Value = .record(["code": "CT-1", "name": "بالا"])
    #expect(inside["code"] == "CT-2" && inside["shelfRef"] == shelf && inside["insideRef"] == crate)
    let row = try batched("depot.crate", ["crate": 2], as: maker)
    #expect(row["code"] == "CT-2" && row["shelfRef"] == shelf && row["insideRef"] == crate)
    let items = try batched("depot.crates", as: maker)["items"]?.items ?? []
    #expect(items.map { $0["code"] } == ["CT-1", "CT-2"] && items.allSatisfy { $0["shelfRef"] == shelf })
    #expect(items[1]["insideRef"] == crate && items[0]["insideRef"] == nil)
  }

  @Test func `are the new ones as soon as something was renamed, also what is called after it`() throws {
    func names() throws -> [Value?] {
      let row = try batched("depot.crate", ["crate": 2], as: maker)
      let line = try batched("depot.crates", as: maker)["items"]?.items[1]
      return [row["shelfRef"]?["name"], row["insideRef"]?["name"], line?["shelfRef"]?["name"], line?["insideRef"]?["name"]]
    }
    try bench.run("depot.add-crate", ["shelf": 1, "inside": 1], as: maker)
    #expect(try names() == ["بالا", "بالا", "بالا", "بالا"])
    let renamed = try bench.run("depot.rename", ["shelf": 1, "name": "پایین"], as: maker).value
    #expect(renamed["shelfRef"]?["name"] == "پایین")
    #expect(try names() == ["پایین", "پایین", "پایین", "پایین"])
    let next = try bench.run("depot.add-crate", ["shelf": 1, "inside": 1], as: maker).value
    #expect(next["shelfRef"]?["name"] == "پایین" && next["insideRef"]?["name"] == "پایین")
  }

  @Test func `are the old ones after a renaming that was only tried out, or taken back`() throws {
    func after(_ what: Comment) throws {
      let next = try bench.run("depot.add-crate", ["shelf": 1, "inside": 1], as: maker).value
      #expect(next["shelfRef"]?["name"] == "بالا" && next["insideRef"]?["name"] == "بالا", what)
    }
    let tried = try bench.run("depot.rename", ["shelf": 1, "name": "پایین"], as: maker, dryRun: true).value
    #expect(tried["shelfRef"]?["name"] == "پایین")
    try after("a dry run")
    let (command, input) = try bench.input("depot.rename", ["shelf": 1, "name": "پایین"])
    let transaction = try bench.runtime.begin(seconds: 20)
    let inside = try transaction.perform(command, input, bench.context(maker), reader: reader).value
    #expect(inside["shelfRef"]?["name"] == "پایین")
    try transaction.rollBack()
    try after("a transaction")
    let rows = [input, .record(["shelf": 99, "name": "پایین"])]
    #expect(try !bench.runtime.performAll(command, BatchRows(rows), bench.context(maker)).isKept)
    try after("an import")
  }

  @Test func `are each reader's own: neither another province nor a name for the chief alone slips through`() throws {
    #expect(try first(as: chief)["lockRef"] == .record(["code": "1", "name": "sesame"]))
    #expect(try first(as: maker)["lockRef"] == .record(["code": "1", "name": .null]))
    #expect(try first(as: chief)["lockRef"]?["name"] == "sesame")
    // The same reader, the same rows, other eyes.
    #expect(try batched("depot.crates", as: foreign)["items"]?.items == [])
    #expect(refusal { _ = try batched("depot.crate", ["crate": 1], as: foreign) }?.kind == .notFound)
  }
}
