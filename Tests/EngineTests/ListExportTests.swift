import Feature
import Testing
import Values

@testable import Engine

@Suite struct `An export of a list` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws {
    bench = try Bench()
    for (index, name) in ["علی", "=1+1", "a,b", "کاظم", "سارا"].enumerated() {
      try bench.run("shop.make", ["province": "IR-27", "name": .text(name), "weight": .int(Int64(10 + index))], as: maker)
    }
    try bench.run("shop.make", ["province": "IR-12", "name": "نه", "weight": 10], as: .test(.maker, in: .province("IR-12"), number: 2))
  }

  /// What is written, page by page; the rows begin where the export says.
  private func pages(_ form: ListExport.Form, _ filters: Value = .object([]), rowsPerPage: Int64) throws -> [[String]] {
    let command = try #require(bench.registry.command("shop.tools"))
    let list = ListExport(command, filters: filters, as: form, rowsPerPage: rowsPerPage)
    var pages: [[String]] = []
    try list.run(bench.runtime, bench.context(maker), reader: bench.runtime.openReader()) { text, begins in
      let octets = text.withBytes { Array($0) }
      let bounds = [0] + begins + [octets.count]
      pages.append(zip(bounds, bounds.dropFirst()).map { String(decoding: octets[$0..<$1], as: UTF8.self) }.filter { !$0.isEmpty })
    }
    return pages
  }

  @Test(arguments: [1, 2, 4, 5, 2_000] as [Int64]) func `hands every row on once, whatever the size of its pages`(rowsPerPage: Int64) throws
  {
    let csv = try pages(.csv(.jalali), rowsPerPage: rowsPerPage)
    #expect(csv.count == Int((5 + rowsPerPage - 1) / rowsPerPage) && csv.dropLast().allSatisfy { $0.count >= Int(rowsPerPage) })
    let rows = csv.flatMap { $0 }
    #expect(rows.first == "id,code,name,weight\r\n" && rows.count == 6)
    let sheet = try Sheet(Array(rows.joined().utf8))
    #expect(sheet.rows.map { $0.cells[2] } == ["علی", "'=1+1", "a,b", "کاظم", "سارا"])
    let lines = try pages(.lines, rowsPerPage: rowsPerPage).flatMap { $0 }
    let shown = try bench.ask("shop.tools", as: maker)["items"]?.items.map { JSONWriter.text($0) + "\n" }
    #expect(lines == shown)
  }

  @Test func `has its titles also where no row is, and heeds the filters but no page`() throws {
    #expect(try pages(.csv(.iso), .record(["search": "zzz"]), rowsPerPage: 2) == [["id,code,name,weight\r\n"]])
    let found = try pages(.lines, .record(["search": "سارا", "limit": 1, "cursor": "x"]), rowsPerPage: 2)
    #expect(found.flatMap { $0 }.count == 1)
  }

  @Test func `ends where whoever takes it says so, and is put on record by its rows`() throws {
    struct Enough: Error {}
    let command = try #require(bench.registry.command("shop.tools"))
    let list = ListExport(command, filters: .object([]), as: .csv(.jalali), rowsPerPage: 2)
    let reader = try bench.runtime.openReader()
    var taken = 0
    #expect(throws: Enough.self) {
      try list.run(bench.runtime, bench.context(maker), reader: reader) { _, begins in
        taken += begins.count
        throw Enough()
      }
    }
    let before = try bench.entries().count
    try list.note(rows: taken, bench.runtime, bench.context(maker))
    let entries = try bench.entries()
    #expect(taken == 2 && entries.count == before + 1)
    #expect(JSONWriter.text(try #require(entries.last)).contains("\"rows\":2"))
  }
}
