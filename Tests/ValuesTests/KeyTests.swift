import Testing
import Values

private struct Part: Codable {
  var name: String
  var nameKey: KeyText
}

private struct Shelf: Codable {
  var rev: Int
  var nameKey: KeyText
  var order: KeyBytes
  var spare: KeyText?
  var parts: [Part]
  var first: Part
}

/// What a row keeps for looking it up is written into columns and read from them, and shown by no face.
@Suite struct `Keys of a row` {
  private let shelf = Shelf(
    rev: 3, nameKey: KeyText("k"), order: KeyBytes([1, 2]), spare: nil, parts: [Part(name: "a", nameKey: KeyText("a"))],
    first: Part(name: "b", nameKey: KeyText("b")))

  @Test func `stand in no answer, neither as text nor as values`() throws {
    let text = #"{"rev":3,"parts":[{"name":"a"}],"first":{"name":"b"}}"#
    #expect(String(decoding: try JSONEncoding.write(shelf).body, as: UTF8.self) == text)
    #expect(JSONWriter.text(try ValueEncoder.encode(shelf)) == text)
  }

  @Test func `stand in their columns, and come back from them`() throws {
    let names = try Schema.fields(of: Shelf.self).map(\.name)
    let columns = try ColumnEncoder.encode(shelf, names)
    #expect(Array(columns.prefix(4)) == [3, "k", .bytes([1, 2]), .null])
    #expect(try KeyText(value: columns[1]) == shelf.nameKey && KeyBytes(value: columns[2]) == shelf.order)
  }

  @Test func `stand in no described answer`() throws {
    let shown = try Schema.fields(of: Shelf.self).shown
    #expect(shown.map(\.name) == ["rev", "parts", "first"])
    guard case .list(let part) = shown[1].kind, case .object(let fields) = part.kind else {
      Issue.record("\(shown[1].kind)")
      return
    }
    #expect(fields.map(\.name) == ["name"])
  }
}
