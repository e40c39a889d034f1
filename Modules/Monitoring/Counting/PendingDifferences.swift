import Contracts
import Feature

/// What counting again would change in the newest revision of a year.
struct PendingDifferences {
  let differences: [Difference]
  let isRevisionAsked: Bool

  /// nil for older revisions, and for whoever may not see the whole province.
  init?(of row: Measurement, isNewest: Bool, in snapshot: borrowing Snapshot) throws {
    guard isNewest else { return nil }
    if case .county = snapshot.principal.scope(for: .monitoringRead)?.scope { return nil }
    let frozen = try FrozenFigures(row, in: snapshot)
    let now = FrozenFigures(try row.countedAgain(in: snapshot), against: frozen)
    differences = try now.differences(from: frozen)
    isRevisionAsked = !(try snapshot.missing(RevisionAsked.self, .init(figures: now.changes(from: frozen)), in: row.province)).isEmpty
  }

  var sentences: [Texts] {
    guard !differences.isEmpty else { return [] }
    let many = FigureText.counted(differences.count, "تفاوت در انتظار", "pending difference", "pending differences")
    return [
      isRevisionAsked
        ? Texts("\(many.fa)؛ بازنگری خواسته می‌شود.", "\(many.en): a revision is asked for.")
        : Texts("\(many.fa)؛ عدد ثبت‌شده همان است.", "\(many.en); the frozen figures stand.")
    ]
  }
}

extension Measurement {
  /// Under the parameters of its day and the definition that it was measured by.
  func countedAgain(in snapshot: borrowing Snapshot) throws -> IndicatorCount {
    try IndicatorCount(
      province, year: year, asOf: asOf, parametersOn: measuredOn, version: coverage.definition.version, in: snapshot)
  }
}
