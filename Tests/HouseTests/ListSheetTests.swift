import Feature
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
}
