public import Feature

/// A decision against a citizen, a group or an institute; it can be objected to once.
public struct ContestedDecision: Sendable {
  /// For whom the time to object is set.
  public enum Party: Sendable {
    /// Citizens, groups and whoever runs a clinic or a base: the product's own default.
    case citizen
    /// An institute about its licence: the national office says how long.
    case institute
  }

  /// The row that keeps it, as in the ledger: `groups.refusal/3`.
  public let name: String
  /// What was decided, such as «refusal of the request».
  public let texts: Texts
  /// The day of the decision.
  public let takenOn: JalaliDay
  /// Who can object.
  public let party: Party
  /// Who decides on an objection: whoever stands above those who took the decision, the nearest first.
  public let superiors: [Role]

  /// Made by the module that took the decision.
  public init(name: String, texts: Texts, takenOn: JalaliDay, party: Party = .citizen, superiors: [Role]) {
    self.name = name
    self.texts = texts
    self.takenOn = takenOn
    self.party = party
    self.superiors = superiors
  }
}

extension Role {
  /// The desks that speak with applicants and institutes: they hand decisions over and enter what is said against them, at the
  /// objections desk and by a module's own short way.
  public static let objectionDesks: [Role] = [.preventionOfficer, .ngoOfficer, .schemeExpert, .countyOfficer, .facilitator]
}

/// Contributed by every module that decides against somebody: which decisions stand against a thing, and how each is undone.
///
/// A rejected document is none: it is asked for anew in the same file, and the refusal of what it was filed for can be objected to.
public protocol ContestedDecisions: Sendable {
  /// The things that are decided about, `groups.group`.
  var object: String { get }
  /// The decisions that stand against one of them, those that an objection stays included; the newest first.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision]
  /// Refuses whoever prepared the decision; that nobody who took it answers is the desk's own matter.
  ///
  /// - Throws: `Refusal` of kind `rule`.
  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws
  /// Somebody objected: what must not be carried out before the answer is put off. An objection stops dissolution and recovery
  /// only; nothing is done of anything else.
  ///
  /// - Throws: `Refusal` when a rule says no.
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws
  /// The objection was upheld: the decision is undone.
  ///
  /// - Throws: `Refusal` when a rule says no.
  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws
  /// The objection was rejected or withdrawn: what was put off is carried out.
  ///
  /// - Throws: `Refusal` when a rule says no.
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws
}

/// What whoever enters an objection tells of it.
public struct RaisedObjection: Sendable {
  /// What is objected, in the words of whoever objects.
  public let grounds: Personal<String>
  /// How it came.
  public let channel: Channel
  /// The day of the objection; nil for today.
  public let objectedOn: JalaliDay?

  /// - Parameters:
  ///   - grounds: what is objected, in the words of whoever objects.
  ///   - channel: how it came.
  ///   - objectedOn: the day of the objection; nil for today.
  public init(grounds: Personal<String>, channel: Channel, objectedOn: JalaliDay?) {
    self.grounds = grounds
    self.channel = channel
    self.objectedOn = objectedOn
  }
}

/// What became of an objection that was entered by the name of its thing.
public struct ObjectionReceipt: Codable, Sendable {
  /// By which whoever objected asks about it.
  public var code: String
  /// What is objected to, as in the ledger.
  public var decision: String
  /// The day of the objection.
  public var objectedOn: JalaliDay
  /// The last day for the answer.
  public var due: JalaliDay

  /// Made by the objections desk.
  public init(code: String, decision: String, objectedOn: JalaliDay, due: JalaliDay) {
    self.code = code
    self.decision = decision
    self.objectedOn = objectedOn
    self.due = due
  }
}

/// Answered by the objections desk.
public protocol ObjectionsContract: Sendable {
  /// Enters an objection; see `Transaction.raise`.
  ///
  /// - Throws: `Refusal` where nothing stands against the thing, too late, or for the second time.
  func raise(_ objection: RaisedObjection, against object: String, work: borrowing Transaction) throws -> ObjectionReceipt
  /// A decision is to be handed over; see `Transaction.awaitHandOver`.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func awaitHandOver(of object: String, work: borrowing Transaction) throws
  /// A decision was undone; see `Transaction.endHandOver`.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func endHandOver(of decision: String, work: borrowing Transaction) throws
  /// Whether a decision was objected to; see `SnapshotProtocol.hasObjection`.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func hasObjection(to decision: String, in snapshot: borrowing Snapshot) throws -> Bool
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Whether a decision was objected to, by an objection that was not withdrawn: there is no second one.
  ///
  /// - Parameter decision: its row as in the ledger, `groups.dissolution/3`.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func hasObjection(to decision: String) throws -> Bool {
    try contract((any ObjectionsContract).self).hasObjection(to: decision, in: snapshot)
  }
}

extension Transaction {
  /// Enters an objection to the decision that stands against a thing.
  ///
  /// - Parameter object: as in the ledger, `groups.group/3`.
  /// - Throws: `Refusal` where nothing stands against the thing, too late, or for the second time.
  public func raise(_ objection: RaisedObjection, against object: String) throws -> ObjectionReceipt {
    try contract((any ObjectionsContract).self).raise(objection, against: object, work: self)
  }

  /// A decision was taken against a thing: handing it over gets a last day, and the time to object begins with that day.
  ///
  /// - Parameter object: as in the ledger, `groups.group/3`.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func awaitHandOver(of object: String) throws {
    try contract((any ObjectionsContract).self).awaitHandOver(of: object, work: self)
  }

  /// A decision was undone by whoever took it: nobody waits for its hand-over any more.
  ///
  /// - Parameter decision: its row as in the ledger, `groups.suspension/3`.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func endHandOver(of decision: String) throws {
    try contract((any ObjectionsContract).self).endHandOver(of: decision, work: self)
  }
}
