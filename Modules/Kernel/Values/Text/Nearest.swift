/// Which known names a person may have meant.
public enum Nearest {
  /// At most eight, nearest first; none where nothing is near.
  ///
  /// - Parameters:
  ///   - name: what was typed.
  ///   - known: what there is.
  public static func names(to name: String, among known: [String]) -> [String] {
    guard !name.isEmpty, name.utf8.count <= 64 else { return [] }
    let ranked = known.map { (name: $0, distance: distance(Array(name.utf8), Array($0.utf8))) }
      .filter { $0.distance * 2 <= name.utf8.count || $0.name.hasPrefix(name) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return ranked.prefix(8).map(\.name)
  }

  /// Insertions, deletions and replacements from one to the other (Levenshtein).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
