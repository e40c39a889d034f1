import Secrets
import Values

/// Names for requests: 64 bits that nobody can foretell for the first, and no two alike after it.
struct RequestIDs {
  private var numbers = SplitMix64(seed: Random.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })

  /// Sixteen hexadecimal digits.
  mutating func next() -> String { Hex.encode(numbers.next()) }
}
