import CSodium

/// Comparison that takes the same time wherever the first difference lies.
public enum ConstantTime {
  /// Whether both hold the same bytes; only the lengths may show in the time it takes.
  public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
  }
}
