import Jalali
import Persian
import Testing
import Values

private struct Row: Codable, Sendable, Equatable {
  struct Part: Codable, Sendable, Equatable {
    var name: String
    var until: JalaliDay?
  }
  var name: String
  var count: Int64?
  var day: JalaliDay
  var fruit: Fruit
  var parts: [Part]
  var bytes: Bytes
  var isOn: Bool
  var amount: Rial
  var holes: [Int?]
}

@Suite struct `Coding values` {
  private let row: Row

  init() throws {
    let day = try JalaliDay(1405, 2, 1)
    row = Row(
      name: "الف", count: nil, day: day, fruit: .pear, parts: [.init(name: "a", until: nil), .init(name: "b", until: day)],
      bytes: Bytes([0, 255]), isOn: true, amount: Rial(5), holes: [1, nil])
  }

  @Test func `a struct comes back as it went`() throws {
    let value = try ValueEncoder.encode(row)
    #expect(try ValueDecoder.decode(Row.self, from: value) == row)
  }

  @Test func `absent optionals are written as null, so that a row has all its columns`() throws {
    let value = try ValueEncoder.encode(row)
    #expect(value.members.map(\.name) == ["name", "count", "day", "fruit", "parts", "bytes", "isOn", "amount", "holes"])
    #expect(value["count"] == .null && value["parts"]?.items.first?["until"] == .null)
  }

  @Test func `a struct comes back from its JSON text, as columns of lists and structs hold it`() throws {
    let text = JSONWriter.write(try ValueEncoder.encode(row), showsSecrets: true)
    #expect(try ValueDecoder.decode(Row.self, from: JSONReader.read(text)) == row)
  }

  @Test func `guards wrap the value and are taken off again`() throws {
    let secret = try Secret(NationalID(parsing: "0076229645"))
    #expect(try ValueEncoder.encode(secret) == .secret("0076229645"))
    #expect(try ValueDecoder.decode(Secret<NationalID>.self, from: "0076229645").content == secret.content)
    #expect(try ValueEncoder.encode(Personal("نام")) == .personal("نام"))
  }

  @Test func `a fault carries the pointer of its field`() throws {
    var value = try ValueEncoder.encode(row)
    if case .object(var members) = value {
      members[4].value = [.record(["name": "a"]), .record(["name": 7])]
      value = .object(members)
    }
    #expect(faults { _ = try ValueDecoder.decode(Row.self, from: value) } == ["/parts/1/name field.kind"])
  }

  @Test func `numbers that no ledger could hold are refused, not followed for ever`() {
    struct Share: Codable { var share: Double }
    struct Small: Codable { var number: UInt8? }
    #expect(throws: FieldFault.self) { try ValueEncoder.encode(Share(share: 0.5)) }
    #expect(throws: FieldFault.self) { try ValueDecoder.decode(Share.self, from: .record(["share": 1])) }
    #expect(throws: FieldFault.self) { try ValueEncoder.encode(Small(number: 1)) }
    #expect(throws: FieldFault.self) { try ValueDecoder.decode(Small.self, from: .record(["number": 1])) }
  }
}

@Suite struct `References` {
  @Test func `a thing is named by its row or its code`() throws {
    #expect(try Ref<Thing>(value: 12) == .row(12))
    #expect(try Ref<Thing>(value: "۱۲") == .row(12))
    #expect(try Ref<Thing>(value: " th-۲۷-1405-0012 ") == .code("TH-27-1405-0012"))
    #expect(Ref(ID<Thing>(3)).value == 3)
  }

  @Test(
    arguments: [0, -1, "0", "-1", "GR-27-1405-0012", "TH", "", true, .null, [], .text("TH-" + String(repeating: "1", count: 40))] as [Value]
  )
  func `what names no thing is refused`(value: Value) {
    #expect(throws: FieldFault.self) { try Ref<Thing>(value: value) }
    #expect(throws: FieldFault.self) { try ID<Thing>(value: .text("12")) }
  }

  @Test func `a thing without letters is named by its row only`() throws {
    #expect(try Ref<Nameless>(value: "7") == .row(7))
    #expect(throws: FieldFault.self) { try Ref<Nameless>(value: "TH-27-1405-0012") }
  }
}
