/// An action by which somebody approves the thing it is on, so that whoever prepared or edited that thing may not take it:
/// such work is no task of theirs. `perform` asks `requireSeparationOfDuties` for the same row.
public protocol ApprovingAction: Action {}

/// An action by which somebody approves what belongs to the thing it is on, such as the assessments of a group: whoever
/// prepared or edited any of that may not take it, and such work is no task of theirs. `perform` asks
/// `requireSeparationOfDuties` for the same rows.
public protocol PartsApprovingAction: Action {
  /// What the action is on.
  associatedtype Whole: Record
  /// The rows that must have passed through other hands.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  static func parts(of whole: Whole, in snapshot: borrowing Snapshot) throws -> [any Record]
}

extension PartsApprovingAction {
  /// The same by the whole's number, as the ledger calls them; none where the whole is out of reach.
  package static func objects(approvedWith whole: Int64, in snapshot: borrowing Snapshot) throws -> [String] {
    guard let row = try snapshot.first(Whole.self, "id = ?", whole) else { return [] }
    return try parts(of: row, in: snapshot).map(\.ledgerName)
  }
}

extension Record {
  /// As the ledger calls the row, `module.thing/row`.
  package var ledgerName: String { "\(Of.object)/\(id.raw)" }
}
