/// Prepared statements by their text, bounded: optional filters of lists make many texts.
///
/// Two generations instead of a list of uses: what was not asked for while the young generation filled up is let go.
struct StatementCache {
  /// Statements of one generation; at most twice as many are kept.
  static let generation = 256

  private var young: [String: Statement] = [:]
  private var old: [String: Statement] = [:]

  var count: Int { young.count + old.count }

  mutating func find(_ sql: String) -> Statement? {
    if let ready = young[sql] { return ready }
    guard let ready = old.removeValue(forKey: sql) else { return nil }
    keep(ready, sql)
    return ready
  }

  mutating func keep(_ statement: Statement, _ sql: String) {
    if young.count >= StatementCache.generation { (old, young) = (young, [:]) }
    young[sql] = statement
  }

  mutating func removeAll() { (young, old) = ([:], [:]) }
}
