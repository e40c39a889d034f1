import Secrets
import Store

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
