import Feature
import Jalali
import Testing
import Values

@testable import Engine

@Suite struct `A list as a sheet` {
  private let registry: Registry

  init() throws { registry = try Installed.registry() }

  @Test func `has a title for every cell, whichever members its row has`() throws {
    let lists = registry.commands.filter { $0.kind == .list }
    #expect(lists.count > 20)
    for list in lists {
      let sheet = ListSheet(list)
      let names = list.answer.map { Value.Member(ReferenceName.member(beside: $0.name), ReferenceName(code: "C-1", name: "نام").value) }
      let whole = Value.object(list.answer.map { .init($0.name, "x") } + names + [.init("other", "y")])
      let csv = try Sheet(Array((sheet.header + sheet.line(whole) + sheet.line(whole)).utf8))
      let titles = csv.columns.map(\.title)
      #expect(csv.count == 2 && Set(titles).count == titles.count, "\(list.spec.id)")
      for (title, cell) in zip(titles, try #require(Array(csv.rows).first).cells) {
        let isPlain = list.answer.contains { $0.name == title }
        #expect(cell == (isPlain ? "x" : title.hasSuffix("Code") ? "C-1" : "نام"), "\(list.spec.id) \(title)")
      }
    }
  }

  @Test func `names what a number refers to behind the rest, and disarms formulas`() throws {
    let sheet = ListSheet(try #require(registry.command("groups.list")))
    #expect(sheet.header == "id,code,province,name,kind,neighbourhood,state,requestedOn,members,neighbourhoodCode,neighbourhoodName\r\n")
    let row = Value.record([
      "id": 7, "name": "=یاران", "neighbourhood": 4, "neighbourhoodRef": ReferenceName(code: "NB-27-1405-0004", name: nil).value,
    ])
    #expect(sheet.line(row) == "7,,,'=یاران,,4,,,,NB-27-1405-0004,\r\n")
  }

  @Test(arguments: [false, true]) func `shows in a cell what the JSON of the row shows`(showsSecrets: Bool) throws {
    let list = try #require(registry.command("groups.list"))
    let sheet = ListSheet(list, days: .iso, showsSecrets: showsSecrets)
    let day = try JalaliDay(1405, 1, 1)
    let cells: [Value] = [
      .null, true, -3, 7, "a,\"b\"\r\nc", "=1", .day(day), .bytes([0, 255]), .secret("0012345678"), .secret(7), .personal("نام"),
      .secret(.day(day)), [1, .secret("0012345678"), .day(day)], .record(["on": .day(day), "phone": .secret("09123456789")]),
    ]
    for cell in cells {
      let row = Value.record(["code": cell, "name": "x"])
      let shown = try JSONReader.read(JSONWriter.write(row, showsSecrets: showsSecrets))
      #expect(sheet.line(row) == sheet.line(shown), "\(cell)")
      #expect(showsSecrets || !sheet.line(row).contains("0012345678"))
    }
    #expect(ListSheet(list).line(.record(["requestedOn": .day(day)])) == ",,,,,,,1405/01/01,,,\r\n")
  }
}
