import Testing

@testable import HTTP

/// Damaged requests, from a fixed seed: whatever comes, the parser must neither trap nor depend on how it is cut.
struct MutationTests {
  /// Xorshift, so that a failure can be repeated.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let seeds: [String] = [
    "GET /a/b?c=%41&d HTTP/1.1\r\nHost: a.ir:80\r\nAccept: */*\r\n\r\n",
    "PUT http://[::1]:8/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close, x\r\n\r\nhelloGET / HTTP/1.0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n5;a=\"b\\\"\"\r\nhello\r\nA\r\n"
      + "0123456789\r\n0\r\nT: x\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: [::ffff:1.2.3.4]\r\n\r\n",
  ]

  private func damage(_ octets: inout [UInt8], _ dice: inout Dice) {
    let spice = Array("\r\n\t \u{0}:;,%\"\\0fF/?*[]".utf8) + [0x7f, 0x80, 0xff]
    for _ in 0..<Int.random(in: 1...4, using: &dice) where !octets.isEmpty {
      let place = Int.random(in: 0..<octets.count, using: &dice)
      let end = min(octets.count, place + Int.random(in: 1...8, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: octets[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: octets[place] = spice.randomElement(using: &dice) ?? 0
      case 2: octets.insert(spice.randomElement(using: &dice) ?? 0, at: place)
      case 3: octets.removeSubrange(place..<end)
      default: octets.insert(contentsOf: octets[place..<end], at: Int.random(in: 0...octets.count, using: &dice))
      }
    }
  }

  @Test(arguments: seeds.indices)
  func `damaged requests are read alike whole and in pieces`(seed: Int) {
    var dice = Dice(state: 0x9E37_79B9_7F4A_7C15 &+ UInt64(seed))
    var refused = 0
    for _ in 0..<4_000 {
      var octets = Array(Self.seeds[seed].utf8)
      damage(&octets, &dice)
      let whole = Parsed(octets)
      let pieces = Parsed(octets, step: Int.random(in: 1...9, using: &dice))
      let isAlike =
        whole.requests.map(\.rawTarget) == pieces.requests.map(\.rawTarget)
        && whole.requests.map(\.body) == pieces.requests.map(\.body) && (whole.fault == nil) == (pieces.fault == nil)
      #expect(isAlike, "\(String(decoding: octets, as: UTF8.self).debugDescription)")
      for request in whole.requests {
        _ = request.segments
        _ = try? request.query()
        _ = request.headers
      }
      if whole.fault != nil { refused += 1 }
    }
    // Most damage must be seen as such; a parser that takes everything would fail here.
    #expect(refused > 1_000)
  }
}
