import Contracts
import Feature

/// What is decided against an institute: its licence is suspended or revoked, it is dissolved.
struct ContestedInstitutes: ContestedDecisions {
  let object = InstituteEntity.object

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    try snapshot.sanctions(of: ID(row)).map {
      .init(name: $0.object, texts: $0.kind.texts, takenOn: $0.decidedOn, party: .institute, superiors: [.nationalAdmin])
    }
  }

  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {}

  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try sanction(decision, of: row, in: work.snapshot), sanction.kind == .dissolution else { return }
    try work.move(&sanction, by: .stay)
    try work.restore(try work.update(sanction))
  }

  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try sanction(decision, of: row, in: work.snapshot) else { return }
    let isOverlaid = try work.sanctions(of: sanction.institute).contains { $0.id.raw > sanction.id.raw && $0.state == .inForce }
    let wasStayed = sanction.state == .stayed
    try work.move(&sanction, by: .lift)
    sanction = try work.update(sanction)
    // A later one stands on its own.
    if !wasStayed, !isOverlaid { try work.restore(sanction) }
  }

  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try sanction(decision, of: row, in: work.snapshot), sanction.state == .stayed else { return }
    try work.move(&sanction, by: .confirm)
    try work.update(sanction)
    var institute = try work.require(Institute.self, ID(row))
    try work.move(&institute, by: .dissolve)
    institute.remindOn = nil
    institute = try work.update(institute)
    try work.licenceEnded(of: institute.id, now: institute.state)
  }

  private func sanction(_ decision: ContestedDecision, of row: Int64, in snapshot: borrowing Snapshot) throws -> Sanction? {
    try snapshot.sanctions(of: ID(row)).first { $0.object == decision.name }
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The sanctions that stand, or that an objection stays, the newest first.
  func sanctions(of institute: ID<InstituteEntity>) throws -> [Sanction] {
    try all(Sanction.self, "institute = ? AND state <> 'lifted' ORDER BY id DESC", institute)
  }
}

extension Transaction {
  /// The institute stands where it stood; where its licence has come to its end meanwhile, that is expired.
  fileprivate func restore(_ sanction: Sanction) throws {
    var institute = try require(Institute.self, sanction.institute)
    let isOver = institute.licenceValidUntil.map { $0 < day } ?? false
    let stood = try standing(before: sanction)
    let former = isOver && [.licensed, .suspended].contains(stood) ? .expired : stood
    try move(&institute, by: .restore, to: former)
    try remind(of: &institute)
    institute = try update(institute)
    if former == .licensed { try licenceRestored(of: institute.id) }
  }

  /// Where the institute stood without a sanction; a suspension that was lifted under it leads further back.
  private func standing(before sanction: Sanction) throws -> InstituteState {
    guard sanction.formerState == .suspended,
      let suspension = try first(
        Sanction.self, "institute = ? AND kind = 'suspension' AND id < ? ORDER BY id DESC", sanction.institute, sanction.id.raw)
    else { return sanction.formerState }
    return suspension.state == .lifted ? suspension.formerState : .suspended
  }

  /// The coming end of a licence in force is announced in its time.
  func remind(of institute: inout Institute) throws {
    guard institute.state == .licensed, let end = institute.licenceValidUntil else { return }
    let notice = try parameters(of: RenewalNotice.self, in: institute.province)
    institute.remindOn = max(day, RenewalNotice.firstDay(before: end, under: notice))
  }
}
