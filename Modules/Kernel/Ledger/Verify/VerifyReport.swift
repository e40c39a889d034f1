public import Values

/// What verification found.
public struct VerifyReport: Sendable {
  /// The three possible answers.
  public enum Conclusion: String, Sendable {
    /// Nothing is wrong, and an anchor from outside matched.
    case proven
    /// Something was changed, removed or added outside the ledger's own way.
    case tampered
    /// Everything agrees with everything else, but no anchor was given: a complete rewrite would look the same.
    case unanchored

    /// Exit code of `hamyar audit verify`.
    public var exitCode: Int32 {
      switch self {
      case .proven: 0
      case .tampered: 1
      case .unanchored: 2
      }
    }
  }

  /// One thing that is wrong.
  public struct Fault: Sendable {
    /// The entry concerned; nil where no entry is, as for a row that has none.
    public let seq: Int64?
    /// What is wrong with it.
    public let what: Texts
  }

  /// Entries read.
  public internal(set) var entries: Int64 = 0
  /// Size of the signed head; nil when there is no readable head.
  public internal(set) var size: UInt64?
  /// The root over all entries as recomputed, base 64.
  public internal(set) var root = ""
  /// Rows of business tables compared with their last entry.
  public internal(set) var rows: Int64 = 0
  /// Openings found, and opened where a vault was given.
  public internal(set) var openings: Int64 = 0
  /// Signed checkpoints checked, the head included.
  public internal(set) var notes: Int64 = 0
  /// Anchors that matched, and the greatest size among them: up to there nothing can have been rewritten.
  public internal(set) var anchors = 0
  /// See `anchors`.
  public internal(set) var anchoredSize: UInt64 = 0
  /// All faults, also those beyond `faults`.
  public internal(set) var faultCount = 0
  /// The first faults found, at most `mostFaults`.
  public internal(set) var faults: [Fault] = []
  /// The fault with the lowest seq; one without an entry only when there is no other.
  public internal(set) var firstBad: Fault?
  /// What is no fault but should be known.
  public internal(set) var warnings: [Texts] = []

  /// Faults that are kept in full.
  public static let mostFaults = 100

  init() {}

  /// The answer.
  public var conclusion: Conclusion { faultCount > 0 ? .tampered : anchors > 0 ? .proven : .unanchored }

  mutating func add(_ seq: Int64?, _ fa: String, _ en: String) {
    let fault = Fault(seq: seq, what: Texts(fa, en))
    faultCount += 1
    if faults.count < VerifyReport.mostFaults { faults.append(fault) }
    if (seq ?? .max) < (firstBad?.seq ?? .max) || firstBad == nil { firstBad = fault }
  }

  mutating func warn(_ fa: String, _ en: String) { warnings.append(Texts(fa, en)) }
}
