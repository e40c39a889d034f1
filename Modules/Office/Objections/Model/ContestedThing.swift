import Contracts
import Feature

/// A thing of any module with the decision that stands against it.
struct ContestedThing {
  /// As in the ledger, `groups.group/3`.
  let name: String
  let province: Province
  let county: ID<CountyEntity>?
  let row: Int64
  /// The module's own part: how the decision is undone.
  let decisions: any ContestedDecisions
  /// nil where nothing stands against it any more.
  let decision: ContestedDecision?

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
    decisions = share
    decision = try share.decision(against: thing.row, in: snapshot)
  }

  /// The decision that stands.
  ///
  /// - Throws: `Refusal` where none does.
  func standing(at pointer: String = "/object") throws -> ContestedDecision {
    guard let decision else { throw ContestedThing.nothing(at: pointer) }
    return decision
  }

  private static func nothing(at pointer: String) -> Refusal {
    .input(
      pointer, "objections.nothing-decided",
      Texts(
        "دربارهٔ این مورد تصمیمی برقرار نیست که بتوان به آن اعتراض کرد.",
        "No decision stands against this that could be objected to."))
  }
}
