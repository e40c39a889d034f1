import Contracts
import Feature

/// A thing of any module with the decisions that stand against it.
struct ContestedThing {
  /// As in the ledger, `groups.group/3`.
  let name: String
  let province: Province
  let county: ID<CountyEntity>?
  let row: Int64
  /// The module's own part: how a decision is undone.
  let share: any ContestedDecisions
  /// The newest first; none where nothing stands against it any more.
  let decisions: [ContestedDecision]

  /// - Parameters:
  ///   - text: a name in the ledger or a code, in the principal's scope.
  ///   - pointer: the field that names it.
  /// - Throws: `Refusal` for what is no name, for what is out of scope, and for things against which nothing is decided.
  init(named text: String, at pointer: String = "/object", in snapshot: borrowing Snapshot) throws {
    let thing = try snapshot.object(named: text, at: pointer)
    let share = snapshot.contributions(to: (any ContestedDecisions).self).first { $0.object == thing.kind }
    guard let share, let province = thing.province else { throw ContestedThing.nothing(at: pointer) }
    name = thing.name
    self.province = province
    county = thing.countyRow.map { ID($0) }
    row = thing.row
    self.share = share
    decisions = try share.decisions(against: thing.row, in: snapshot)
  }

  /// The newest decision of which something is not done yet; where all is done, the newest of all.
  ///
  /// - Parameter isDone: whether it is done of one.
  /// - Throws: `Refusal` where none stands; whatever `isDone` throws.
  func standing(at pointer: String = "/object", unless isDone: (ContestedDecision) throws -> Bool) throws -> ContestedDecision {
    guard let newest = decisions.first else { throw ContestedThing.nothing(at: pointer) }
    return try decisions.first { try !isDone($0) } ?? newest
  }

  /// The decision of a name; nil where it does not stand any more.
  func decision(named name: ThingName) -> ContestedDecision? { decisions.first { $0.name == name.text } }

  private static func nothing(at pointer: String) -> Refusal {
    .input(
      pointer, "objections.nothing-decided",
      Texts(
        "دربارهٔ این مورد تصمیمی برقرار نیست که بتوان به آن اعتراض کرد.",
        "No decision stands against this that could be objected to."))
  }
}
