import CSodium

/// Unpredictable values from the system's generator.
public enum Random {
  // Without the letters and digits that are mistaken for one another when read aloud or copied: 0 o, 1 i l.
  private static let readable = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)

  /// `count` random bytes.
  public static func bytes(_ count: Int) -> [UInt8] {
    _ = Sodium.ready
    var out = [UInt8](repeating: 0, count: count)
    randombytes_buf(&out, count)
    return out
  }

  /// A bearer token of 256 bits as 43 characters that need no escaping in a URL or header.
  public static func token() -> String { Base64.url(bytes(32)) }

  /// A one-time password for handing over on paper: four groups of five, about 99 bits.
  public static func password() -> String {
    _ = Sodium.ready
    var out: [UInt8] = []
    for position in 0..<20 {
      if position > 0, position % 5 == 0 { out.append(UInt8(ascii: "-")) }
      out.append(readable[Int(randombytes_uniform(UInt32(readable.count)))])
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Nonces and salts for one piece of work, drawn from the system's generator in one call instead of one call each.
///
/// It holds bytes for the time of that work only: it is made, used and gone within one call on one thread, cannot be copied,
/// and hands out no byte twice. Nothing that was drawn ahead is left over when the process is forked: a child goes on with
/// the forking thread alone, and whoever forks is not in the middle of sealing. A generator that kept a buffer or a state
/// of its own between calls would have to notice a fork; the system's need not. Keys are never taken from it: they go from
/// the system straight into protected memory.
public struct RandomDraw: ~Copyable {
  private let bytes: [UInt8]
  private var next = 0

  /// Draws so many bytes at once; whoever takes more makes it draw again.
  public init(count: Int) { bytes = Random.bytes(count) }

  /// Writes the next `count` bytes to `out`.
  public mutating func take(_ count: Int, into out: UnsafeMutablePointer<UInt8>) {
    guard bytes.count - next >= count else {
      _ = Sodium.ready
      return randombytes_buf(out, count)
    }
    bytes.withUnsafeBufferPointer { drawn in
      if let start = drawn.baseAddress { out.initialize(from: start + next, count: count) }
    }
    next += count
  }

  /// Appends the next `count` bytes to `out`.
  public mutating func take(_ count: Int, to out: inout [UInt8]) {
    guard bytes.count - next >= count else { return out.append(contentsOf: Random.bytes(count)) }
    out.append(contentsOf: bytes[next..<next + count])
    next += count
  }
}

/// The cryptographic library as a whole.
public enum Sodium {
  /// True once libsodium has chosen its implementations and found a source of randomness.
  /// Evaluated once, on first use, from whichever thread comes first. A host that reads `false` must not serve.
  public static let ready: Bool = sodium_init() >= 0

  /// Whether the processor has instructions for SHA-256, which libsodium 1.0.18 does not use.
  static let hasSHA256 = hamyar_has_sha256() != 0
}
