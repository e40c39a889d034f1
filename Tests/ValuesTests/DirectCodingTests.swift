import Jalali
import Persian
import Testing
import Values

private struct Part: Codable, Equatable {
  var name: String
  var until: JalaliDay?
}

private struct Row: Codable, Equatable {
  var id: Int64
  var rev: Int
  var title: String
  var province: Province
  var day: JalaliDay?
  var born: Personal<JalaliDay>
  var card: Secret<NationalID>?
  var fruit: Fruit
  var parts: [Part]
  var days: [JalaliDay]
  var inner: Part?
  var bytes: Bytes
  var isOn: Bool
  var amount: Rial
  var holes: [Int?]

  static func == (one: Row, other: Row) -> Bool {
    (try? ValueEncoder.encode(one)) == (try? ValueEncoder.encode(other))
  }
}

/// Asks for a container that its encoder cannot close by itself.
private struct Tangled: Codable {
  enum Keys: CodingKey { case outer, after }
  enum Inner: CodingKey { case one }

  init() {}
  init(from decoder: any Decoder) throws {}

  func encode(to encoder: any Encoder) throws {
    var outer = encoder.container(keyedBy: Keys.self)
    var inner = outer.nestedContainer(keyedBy: Inner.self, forKey: .outer)
    try outer.encode(2, forKey: .after)
    try inner.encode("x", forKey: .one)
  }
}

@Suite struct `Coding without values in between` {
  private static let names = [
    "id", "rev", "title", "province", "day", "born", "card", "fruit", "parts", "days", "inner", "bytes", "isOn", "amount", "holes",
  ]

  private static let titles = ["", "متن", "a\"b\\c\n\u{1}/é😀", String(repeating: "ی", count: 3_000)]

  private static func row(_ number: Int) throws -> Row {
    let day = try JalaliDay(1405, 1 + number % 12, 1)
    return Row(
      id: Int64(number) * 1_000_003, rev: number,
      title: ["", "متن", "a\"b\\c\n\u{1}/é😀", String(repeating: "ی", count: 3_000)][number % 4],
      province: Province.all[number % 31], day: number % 2 == 0 ? nil : day, born: Personal(day),
      card: number % 3 == 0 ? nil : Secret(try NationalID(parsing: "0076229645")), fruit: .pear,
      parts: number % 2 == 0 ? [] : [Part(name: "a", until: day), Part(name: "b", until: nil)], days: [day, day],
      inner: number % 2 == 0 ? Part(name: "in", until: day) : nil, bytes: Bytes([0, 255, 16]), isOn: number % 2 == 0,
      amount: Rial(-5), holes: [1, nil])
  }

  @Test(arguments: 0..<12, [false, true]) func `the text is the one that the value's text is`(number: Int, showsSecrets: Bool) throws {
    let row = try Self.row(number)
    let (body, revision) = try JSONEncoding.write(row, showsSecrets: showsSecrets)
    let value = try ValueEncoder.encode(row)
    #expect(String(decoding: body, as: UTF8.self) == JSONWriter.text(value, showsSecrets: showsSecrets))
    #expect(revision == Int64(number))
    #expect(
      try JSONEncoding.write([row, row], showsSecrets: showsSecrets).body == JSONWriter.write([value, value], showsSecrets: showsSecrets))
  }

  @Test func `numbers are written to their last digit`() throws {
    for number in [0, 1, 9, 10, 99, 100, -1, -10, .max, .min, 999_999_999_999_999_999, 1_000_000_000_000_000_000] as [Int64] {
      #expect(String(decoding: JSONWriter.write(.int(number)), as: UTF8.self) == String(number))
    }
  }

  @Test func `what a stream cannot hold is written by way of a value`() throws {
    #expect(try String(decoding: JSONEncoding.write(Tangled()).body, as: UTF8.self) == #"{"outer":{"one":"x"},"after":2}"#)
    struct Empty: Codable {}
    #expect(try String(decoding: JSONEncoding.write([Empty()]).body, as: UTF8.self) == "[{}]")
    struct Share: Codable { var share: Double }
    #expect(throws: FieldFault.self) { try JSONEncoding.write(Share(share: 0.5)) }
  }

  @Test(arguments: 0..<12) func `columns are the members of the value, and give the struct back`(number: Int) throws {
    let row = try Self.row(number)
    let columns = try ColumnEncoder.encode(row, Self.names)
    #expect(columns == (try ValueEncoder.encode(row)).members.map(\.value))
    #expect(try ColumnDecoder(Self.names) { columns[$0] }.read(Row.self) == row)
  }

  @Test func `columns in another order are found by their names`() throws {
    let row = try Self.row(5)
    let turned = Array(Self.names.reversed())
    let columns = try ColumnEncoder.encode(row, turned)
    #expect(columns.first == [1, .null] && columns.last == .int(row.id))
    #expect(try ColumnDecoder(turned) { columns[$0] }.read(Row.self) == row)
  }

  @Test func `a fault carries the pointer of its property`() throws {
    func faults(_ place: Int, _ value: Value) throws -> [String] {
      var columns = try ColumnEncoder.encode(try Self.row(1), Self.names)
      columns[place] = value
      let wrong = columns
      do {
        _ = try ColumnDecoder(Self.names) { wrong[$0] }.read(Row.self)
        return []
      } catch let fault as FieldFault {
        return ["\(fault.pointer) \(fault.code)"]
      }
    }
    #expect(try faults(2, .null) == ["/title field.required"])
    #expect(try faults(1, "x") == ["/rev field.kind"])
    #expect(try faults(8, [.record(["name": 7])]) == ["/parts/0/name field.kind"])
    #expect(try faults(10, .record(["until": .null])) == ["/inner/name field.required"])
    #expect(throws: FieldFault.self) { try ColumnDecoder(["id"]) { _ in 1 }.read(Row.self) }
  }
}
