/// A thing of any module, found by the name the ledger or people give it.
public struct NamedObject: Sendable {
  /// As in the ledger, `institutes.institute/12`.
  public let name: String
  /// Its kind, `institutes.institute`.
  public let kind: String
  /// Its row.
  public let row: Int64
  /// nil for what belongs to the nation.
  public let province: Province?
  /// The county's row; nil for what belongs to no county.
  public let countyRow: Int64?
  /// Code and name as people say them; the name only of what everybody may name, never a person's.
  public let called: ReferenceName?

  package init(kind: String, row: Int64, province: Province?, countyRow: Int64?, called: ReferenceName?) {
    name = "\(kind)/\(row)"
    self.kind = kind
    self.row = row
    self.province = province
    self.countyRow = countyRow
    self.called = called
  }
}

/// One thing that still stands in the way of a step.
public struct MissingPoint: Codable, Sendable, Equatable {
  /// The objection's code.
  public var code: String
  /// The sentence in Persian.
  public var fa: String
  /// The sentence in English.
  public var en: String

  /// - Parameters:
  ///   - code: stable, for machines.
  ///   - texts: the sentence.
  public init(_ code: String, _ texts: Texts) {
    self.code = code
    fa = texts.fa
    en = texts.en
  }
}

/// Answered by the desk that keeps time limits: the last days of what is waited for.
public protocol RunningDeadlines: Sendable {
  /// The earliest last day of the limits that run on each object, `module.thing/row`, in the snapshot's scope.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay]
}
