/// An action by which somebody approves the thing it is on, so that whoever prepared or edited that thing may not take it:
/// such work is no task of theirs. `perform` asks `requireSeparationOfDuties` for the same row.
public protocol ApprovingAction: Action {}

/// An action that nobody takes who has had a hand in what belongs to the thing it is about, such as the assessments of a
/// group: it is no task of theirs. `perform` refuses the same people.
public protocol SeparateHandsAction: Action {
  /// What the action is about.
  associatedtype Whole: Record
  /// The rows that must have passed through other hands.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  static func parts(of whole: Whole, in snapshot: borrowing Snapshot) throws -> [any Record]
  /// Which rule refuses them, and the code of its objection.
  static var bar: (rule: String, code: String) { get }
}

extension SeparateHandsAction {
  /// Separation of duties, unless the action has a rule of its own.
  public static var bar: (rule: String, code: String) {
    (SeparationOfDuties.id, SeparationOfDuties.Objection.sameHands.code)
  }

  /// The ledger's name of the kind that the action is about.
  package static var wholeObject: String { Whole.Of.object }

  /// The parts by the whole's number, as the ledger calls them; none where the whole is out of reach.
  package static func objects(apartFrom whole: Int64, in snapshot: borrowing Snapshot) throws -> [String] {
    guard let row = try snapshot.first(Whole.self, "id = ?", whole) else { return [] }
    return try parts(of: row, in: snapshot).map(\.ledgerName)
  }
}

extension Record {
  /// As the ledger calls the row, `module.thing/row`.
  package var ledgerName: String { "\(Of.object)/\(id.raw)" }
}
