import Testing

@testable import Engine

@Suite struct `Rows that things came from` {
  @Test func `are found in runs, across gaps and of several kinds`() {
    var rows = SourceRows()
    for number in 0..<1_000 { rows.note("a.thing", Int64(50 + number), row: 1 + number) }
    for number in 0..<1_000 { rows.note("a.thing", Int64(2_000 + 2 * number), row: 1_100 + number) }
    rows.note("b.thing", 7, row: 3)
    #expect(rows.row(of: "a.thing/50") == 1 && rows.row(of: "a.thing/1049") == 1_000)
    #expect(rows.row(of: "a.thing/1050") == nil && rows.row(of: "a.thing/49") == nil)
    for number in [0, 1, 500, 999] {
      #expect(rows.row(of: "a.thing/\(2_000 + 2 * number)") == 1_100 + number)
      #expect(rows.row(of: "a.thing/\(2_001 + 2 * number)") == nil)
    }
    #expect(rows.row(of: "b.thing/7") == 3 && rows.row(of: "b.thing/50") == nil && rows.row(of: "c.thing/7") == nil)
    #expect(rows.row(of: "thing") == nil)
  }

  @Test func `are the last ones where a row comes back to a thing`() {
    var rows = SourceRows()
    for (thing, row) in [(9, 1), (4, 2), (10, 3), (9, 4), (12, 5), (4, 6)] { rows.note("a.thing", Int64(thing), row: row) }
    #expect([9, 4, 10, 12, 11].map { rows.row(of: "a.thing/\($0)") } == [4, 6, 3, 5, nil])
  }
}
