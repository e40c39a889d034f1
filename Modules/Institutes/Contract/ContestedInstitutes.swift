import Contracts
import Feature

/// What is decided against an institute: its licence is suspended or revoked, it is dissolved.
struct ContestedInstitutes: ContestedDecisions {
  let object = InstituteEntity.object

  func decision(against row: Int64, in snapshot: borrowing Snapshot) throws -> ContestedDecision? {
    try snapshot.sanction(of: ID(row)).map {
      .init(name: $0.object, texts: $0.kind.texts, takenOn: $0.decidedOn, party: .institute, superiors: [.nationalAdmin])
    }
  }

  func requireOtherHands(in row: Int64, work: borrowing Transaction) throws {
    guard let sanction = try work.sanction(of: ID(row)) else { return }
    try work.requireSeparationOfDuties(on: sanction)
  }

  func stay(_ row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try work.sanction(of: ID(row)), sanction.kind == .dissolution else { return }
    try work.move(&sanction, by: .stay)
    try work.restore(try work.update(sanction))
  }

  func overturn(_ row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try work.sanction(of: ID(row)) else { return }
    let wasStayed = sanction.state == .stayed
    try work.move(&sanction, by: .lift)
    sanction = try work.update(sanction)
    if !wasStayed { try work.restore(sanction) }
  }

  func confirm(_ row: Int64, work: borrowing Transaction) throws {
    guard var sanction = try work.sanction(of: ID(row)), sanction.state == .stayed else { return }
    try work.move(&sanction, by: .confirm)
    try work.update(sanction)
    var institute = try work.require(Institute.self, ID(row))
    try work.move(&institute, by: .dissolve)
    institute.remindOn = nil
    institute = try work.update(institute)
    try work.licenceEnded(of: institute.id, now: institute.state)
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The sanction that stands, or that an objection stays.
  func sanction(of institute: ID<InstituteEntity>) throws -> Sanction? {
    try first(Sanction.self, "institute = ? AND state <> 'lifted' ORDER BY id DESC", institute)
  }
}

extension Transaction {
  /// The institute stands where it stood; where its licence has come to its end meanwhile, that is expired.
  fileprivate func restore(_ sanction: Sanction) throws {
    var institute = try require(Institute.self, sanction.institute)
    let isOver = institute.licenceValidUntil.map { $0 < day } ?? false
    let former = isOver && [.licensed, .suspended].contains(sanction.formerState) ? .expired : sanction.formerState
    try move(&institute, by: .restore, to: former)
    try remind(of: &institute)
    institute = try update(institute)
    if former == .licensed { try licenceRestored(of: institute.id) }
  }

  /// The coming end of a licence in force is announced in its time.
  func remind(of institute: inout Institute) throws {
    guard institute.state == .licensed, let end = institute.licenceValidUntil else { return }
    let notice = try parameters(of: RenewalNotice.self, in: institute.province)
    institute.remindOn = max(day, RenewalNotice.firstDay(before: end, under: notice))
  }
}
