import Feature
import Testing
import Values

@Suite struct `A row that is told` {
  private struct Inner: Codable, Sendable, Equatable { var weight: Int }

  private struct Thing: Codable, Sendable, Equatable {
    var id: Int
    var rev: Int
    var name: String
    var inner: Inner
    var parts: [Inner]
  }

  private let thing = Thing(id: 3, rev: 7, name: "چکش", inner: Inner(weight: 1), parts: [Inner(weight: 2), Inner(weight: 3)])
  private let said = [Texts("یک", "one"), Texts("دو", "two")]

  @Test func `keeps every member of the row in its place and gains its sentences behind them`() throws {
    let bare = try JSONEncoding.write(thing)
    let told = try JSONEncoding.write(Told(thing, said))
    let text = String(decoding: bare.body, as: UTF8.self).dropLast()
    #expect(
      String(decoding: told.body, as: UTF8.self) == text + ",\"sentences\":[{\"fa\":\"یک\",\"en\":\"one\"},{\"fa\":\"دو\",\"en\":\"two\"}]}"
    )
    #expect(told.revision == 7 && bare.revision == 7, "the ETag is the row's")
    #expect(try JSONWriter.write(ValueEncoder.encode(Told(thing, said))) == told.body, "and both encoders agree")
  }

  @Test func `is read back, alone and inside a list`() throws {
    let value = try ValueEncoder.encode([Told(thing, said), Told(thing, [])])
    let text = try JSONEncoding.write([Told(thing, said), Told(thing, [])]).body
    #expect(JSONWriter.write(value) == text)
    let again = try ValueDecoder.decode([Told<Thing>].self, from: value)
    #expect(again.map(\.row) == [thing, thing] && again.map(\.sentences) == [said, []])
  }

  @Test func `has the fields of the row and the sentences, and is called like the row`() throws {
    let fields = try Schema.fields(of: Told<Thing>.self)
    #expect(fields.map(\.name) == ["id", "rev", "name", "inner", "parts", "sentences"])
    #expect(Schema.name(of: Told<Thing>.self) == Schema.name(of: Thing.self))
  }
}
