import Secrets

/// Names for requests: 64 bits that nobody can foretell for the first, and no two alike after it.
struct RequestIDs {
  private var state = Random.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }

  /// Sixteen hexadecimal digits. SplitMix64: a permutation of a counter, so that nothing repeats.
  mutating func next() -> String {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return String(unsafeUninitializedCapacity: 16) { text in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: mixed >> (60 - 4 * UInt64(place))) & 15
        text[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 16
    }
  }
}
