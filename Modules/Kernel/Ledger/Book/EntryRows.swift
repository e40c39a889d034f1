import Secrets
import Store
public import Values

/// The rows that one entry leaves in the tables.
struct EntryRows {
  let epoch: Int64
  let connection: Connection

  init(epoch: Int64, on connection: Connection) {
    self.epoch = epoch
    self.connection = connection
  }

  /// The entry itself.
  func insert(_ leaf: UnsafeRawBufferPointer, _ hash: TreeHash, id: Int64, seq: Int64) throws {
    let row = try connection.privileged("INSERT INTO audit_entry(id,epoch,idx,leaf,hash) VALUES(?,?,?,?,?)")
    try row.bind(id, at: 1).bind(epoch, at: 2).bind(seq, at: 3).bind(lent: leaf, at: 4)
    try hash.value.withBytes { try row.bind(lent: $0, at: 5).run() }
  }

  /// A subtree that it completes.
  func insert(_ node: TreeNode) throws {
    let row = try connection.privileged("INSERT INTO audit_node(epoch,level,idx,hash) VALUES(?,?,?,?)")
    try row.bind(epoch, at: 1).bind(Int64(node.place.level), at: 2).bind(Int64(clamping: node.place.index), at: 3)
    try node.hash.value.withBytes { try row.bind(lent: $0, at: 4).run() }
  }

  /// What it is found by: the object, and who changed it.
  func list(_ draft: EntryDraft, id: Int64) throws {
    let row = try connection.privileged("INSERT INTO audit_ix(obj,entry,actor) VALUES(?,?,?)")
    try row.bind(draft.object, at: 1).bind(id, at: 2)
    if draft.outcome == .ok { try row.bind(draft.actor.id, at: 3) }
    try row.run()
  }
}

/// Brings a preview and the entry that later came of it into one form, in which they can be compared: without what
/// only the moment of writing decides (place in the chain, time, request, salt).
public enum EntryPreview {
  private static let momentary: Set<String> = [
    "at", "cause", "epoch", "origin", "prev", "req", "seq", "subj",
  ]

  /// The reduced form of an entry as it is stored.
  ///
  /// - Throws: `Refusal` for what is no JSON.
  public static func reduced(_ leaf: [UInt8]) throws -> Value {
    let members = try JSONReader.read(leaf).members.filter { !momentary.contains($0.name) }
    return .object(
      members.map { member in
        switch member.name {
        case "after", "before", "why": Value.Member(member.name, .object(member.value.members.map(masked)))
        case "rules": Value.Member(member.name, .list(member.value.items.map(withoutFacts)))
        default: member
        }
      })
  }

  static func of(_ draft: EntryDraft) throws -> Value {
    var leaf = JSONBuffer()
    try EntryForm { _, _, leaf in leaf.put("*") }.put(draft, at: nil, into: &leaf)
    return try reduced(leaf.array)
  }

  /// A commitment is the only object in an entry whose one member is called `c`.
  private static func masked(_ member: Value.Member) -> Value.Member {
    guard member.value.members.count == 1, member.value["c"] != nil else { return member }
    return Value.Member(member.name, .record(["c": "*"]))
  }

  private static func withoutFacts(_ rule: Value) -> Value {
    .object(rule.members.filter { $0.name != "facts" })
  }
}
