/// A keyed digest that finds an encrypted value by equality. It shows which rows are equal and nothing else;
/// without a key the few possible national ids could simply be tried.
public enum BlindIndex {
  /// 16 bytes for a value already in its normal form. `column` keeps equal values of different columns apart and
  /// must not contain a NUL.
  public static func of(_ value: String, column: String, key: SecretKey) -> [UInt8] {
    Digest.blake2b(Array(column.utf8) + [0] + Array(value.utf8), length: .bytes16, key: key)
  }
}
