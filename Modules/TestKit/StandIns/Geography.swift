public import Feature

/// Where the rows of stand-ins lie as long as a test says nothing else.
public enum Geography {
  /// Rows below 1000 lie in Golestan, below 2000 in Kurdistan, all others in Khuzestan.
  public static func home(of row: Int64) -> Province? { Province(number: row < 1000 ? 27 : row < 2000 ? 12 : 6) }

  static func code(_ prefix: String, _ province: Province, _ row: Int64) -> String {
    "\(prefix)-\(province.number.padded(to: 2))-1405-\(Int(row).padded(to: 4))"
  }
}

extension Ref {
  /// Rows of stand-ins are named by their number alone.
  var number: Int64? {
    if case .row(let row) = self { row } else { nil }
  }
}

extension Snapshot {
  /// What there is in the asker's province, or anywhere for the nation. As with the real modules, everything else is not
  /// found.
  func inScope<Facts>(_ facts: Facts?, _ province: (Facts) -> Province, _ texts: Texts) throws -> Facts {
    guard let facts, home == nil || home == province(facts) else { throw Refusal.notFound(texts) }
    return facts
  }
}
