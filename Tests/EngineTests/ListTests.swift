import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `A list` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws {
    bench = try Bench()
    for (index, name) in ["علی", "رضا", "مریم", "کاظم", "سارا", "يحيى", "نرگس"].enumerated() {
      try bench.run("shop.make", ["province": "IR-27", "name": .text(name), "weight": .int(Int64(10 + index % 3))], as: maker)
    }
    try bench.run("shop.make", ["province": "IR-12", "name": "علی", "weight": 10], as: .test(.maker, in: .province("IR-12"), number: 2))
  }

  private func walk(_ list: String, _ extra: KeyValuePairs<String, Value> = [:], limit: Int64) throws -> [Int64] {
    var found: [Int64] = []
    var cursor: Value = .null
    for _ in 0..<20 {
      let input = Value.object(extra.map { .init($0.key, $0.value) } + [.init("limit", .int(limit)), .init("cursor", cursor)])
      let command = try #require(bench.registry.command(list))
      let page = try bench.runtime.answer(
        command, try Field.conform(input, to: command.fields, mode: .typed), bench.context(maker), reader: bench.runtime.openReader())
      let rows = page["items"]?.items ?? []
      #expect(rows.count <= Int(limit))
      found += rows.compactMap { $0["id"]?.integer }
      cursor = page["next"] ?? .null
      if cursor == .null { break }
    }
    return found
  }

  @Test(arguments: [1, 2, 3, 7, 50] as [Int64]) func `shows every row once, page by page, in its order`(limit: Int64) throws {
    #expect(try walk("shop.tools", limit: limit) == [1, 2, 3, 4, 5, 6, 7])
    #expect(try walk("shop.newest", limit: limit) == [7, 6, 5, 4, 3, 2, 1])
    #expect(try walk("shop.by-weight", limit: limit) == [1, 4, 7, 2, 5, 3, 6])
    #expect(try walk("shop.by-weight", ["isDown": true], limit: limit) == [6, 3, 5, 2, 7, 4, 1])
  }

  @Test func `is written row by row as the very text of its value`() throws {
    let command = try #require(bench.registry.command("shop.tools"))
    let input = try Field.conform(.record(["limit": 3]), to: command.fields, mode: .typed)
    let reader = try bench.runtime.openReader()
    let value = try bench.runtime.answer(command, input, bench.context(maker), reader: reader)
    let text = try bench.runtime.answer(
      command, input, bench.context(maker), reader: reader, naming: { try JSONEncoding.write($0, naming: $1).body })
    #expect(String(decoding: text, as: UTF8.self) == JSONWriter.text(value))
    #expect(value["items"]?.items.count == 3 && value["next"]?.string != nil)
  }

  @Test func `finds words in whatever letters they are typed`() throws {
    func names(_ text: Value) throws -> [Value?] {
      try bench.ask("shop.tools", ["search": text], as: maker)["items"]?.items.map { $0["name"] } ?? []
    }
    #expect(try names("ﻋﻠﻲ") == ["علی"])
    #expect(try names("یحیی") == ["يحيى"])
    #expect(try names("%") == [] && names("zzz") == [])
  }

  @Test(arguments: [0, -1, 501, 9_007_199_254_740_991] as [Int64]) func `has between 1 and 500 rows a page`(limit: Int64) {
    #expect(refusal { _ = try bench.ask("shop.tools", ["limit": .int(limit)], as: maker) }?.faults.first?.code == "list.limit")
  }

  @Test func `takes no cursor of another list, of another store, or made up`() throws {
    let cursor = try #require(try bench.ask("shop.tools", ["limit": 1], as: maker)["next"]?.string)
    _ = try bench.ask("shop.tools", ["cursor": .text(cursor)], as: maker)
    let turned = String(cursor.dropLast()) + (cursor.hasSuffix("A") ? "Q" : "A")
    for text in ["", "a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", turned, cursor + "A", "../../", "\u{0}"] {
      #expect(
        refusal { _ = try bench.ask("shop.tools", ["cursor": .text(text)], as: maker) }?.faults.first?.code == "list.cursor", "\(text)")
    }
    #expect(refusal { _ = try bench.ask("shop.newest", ["cursor": .text(cursor)], as: maker) }?.faults.first?.code == "list.cursor")
    let other = try Bench()
    #expect(refusal { _ = try other.ask("shop.tools", ["cursor": .text(cursor)], as: maker) }?.faults.first?.code == "list.cursor")
  }

  @Test func `without the permission is forbidden`() {
    #expect(refusal { _ = try bench.ask("shop.tools", as: .test(Role("other", "", ""))) }?.kind == .forbidden)
    #expect(refusal { _ = try bench.ask("shop.tools", as: .nobody) }?.kind == .unauthenticated)
  }
}
