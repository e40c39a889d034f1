import Jalali
import Persian
import Testing
import Values

private struct Everything: Codable, Sendable {
  struct Part: Codable, Sendable {
    var name: String
    var count: Int?
  }
  var flag: Bool
  var count: Int
  var big: Int64?
  var text: String
  var day: JalaliDay
  var days: [JalaliDay]?
  var amount: Rial
  var province: Province?
  var nationalID: Secret<NationalID>?
  var mobile: Personal<Mobile>?
  var iban: IBAN?
  var legal: LegalEntityID?
  var fruit: Fruit
  var thing: Ref<Thing>
  var part: Part?
  var parts: [Part]
  var bytes: Bytes?
}

/// Nothing from outside may end the process: a wrong byte is an answer, never a trap.
@Suite struct `Hostile input` {
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "\\udc00", "null", "true", "false", "-", "0", "9223372036854775807",
    "-9223372036854775808", "1e999", "\"a\"", "\u{0}", "\u{202E}", "ی", "😀", " ", "\n", "1405/13/99", "\"\\ud83d\\ude00\"",
  ]

  @Test(arguments: 1...8) func `random pieces of JSON are read or refused`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<30, using: &random)
      var bytes = (0..<count).flatMap { _ in Array((Self.pieces.randomElement(using: &random) ?? "").utf8) }
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do { _ = try JSONReader.read(bytes) } catch is Refusal { refused += 1 }
    }
    #expect(refused > 1_000)
  }

  @Test(arguments: 1...8) func `what was written is read again, and every cut of it is refused`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = Self.value(depth: 4, &random, plain: true)
      let bytes = JSONWriter.write(.list([value]))
      #expect(try JSONReader.read(bytes) == .list([value]))
      let cut = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
      #expect(throws: Refusal.self) { try JSONReader.read(cut) }
    }
  }

  @Test(arguments: 1...8) func `any value is conformed or refused, strictly and as typed text`(seed: UInt64) throws {
    let fields = try Schema.fields(of: Everything.self)
    var random = SplitMix64(seed: seed)
    for round in 0..<3_000 {
      let members = fields.shuffled(using: &random).prefix(Int.random(in: 0...fields.count, using: &random))
        .map { Value.Member($0.name, Self.value(depth: 3, &random, plain: false)) }
      let input = round % 20 == 0 ? Self.value(depth: 3, &random, plain: false) : .object(members)
      for mode in [InputMode.strict, .typed] {
        do {
          let canonical = try Field.conform(input, to: fields, mode: mode)
          _ = try ValueDecoder.decode(Everything.self, from: canonical)
        } catch let refusal as Refusal {
          #expect(!refusal.faults.isEmpty)
        }
      }
      _ = JSONWriter.write(input, showsSecrets: true)
      _ = try? CanonicalJSON.write(input)
    }
  }

  private static func value(depth: Int, _ random: inout SplitMix64, plain: Bool) -> Value {
    switch Int.random(in: 0..<(plain ? 6 : 11), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2:
      let edges: [Int64] = plain ? [0, -1, 9_007_199_254_740_991] : [0, -1, .min, .max, 9_007_199_254_740_992]
      return .int(edges.randomElement(using: &random) ?? 0)
    case 3: return .text(text(&random).filter { !plain || $0 != "\0" })
    case 4 where depth > 0:
      return .list((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(depth: depth - 1, &random, plain: plain) })
    case 5 where depth > 0:
      return .object((0..<Int.random(in: 0..<4, using: &random)).map { .init("n\($0)", value(depth: depth - 1, &random, plain: plain)) })
    case 6: return .day(JalaliDay(number: Int.random(in: -1_000_000...1_000_000, using: &random)))
    case 7: return .bytes((0..<5).map { _ in UInt8.random(in: 0...255, using: &random) })
    case 8: return .secret(.text(text(&random)))
    case 9: return .personal(.int(.min))
    default: return .text(text(&random).filter { !plain || $0 != "\0" })
    }
  }

  private static func text(_ random: inout SplitMix64) -> String {
    let known = [
      "", "۰", "1405/01/01", "۱۴۰۵/۱۲/۳۰", "99999999999999999999", "-9223372036854775808", "IR-27", "گلستان", "0076229645", "apple",
      "TH-27-1405-0001", "th-", "true", "بله", "a,b،c;d", "٬٬٬", "\u{200C}", "\u{202E}\u{0}", "09123456789", "null",
    ]
    if Bool.random(using: &random) { return known.randomElement(using: &random) ?? "" }
    return String(
      String.UnicodeScalarView(
        (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &random)) }))
  }
}
