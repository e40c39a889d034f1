public import Secrets
public import Store
public import Values

/// The writing end of the ledger. Lives on the writer's thread; every append happens inside a group's transaction,
/// whose checkpoint is signed just before COMMIT and published just after.
public final class LedgerWriter: TransactionObserver {
  /// A leaf's greatest length in bytes.
  public static let mostBytes = 16_384

  /// Why the last note could not be published; nil once it was. Tried again at every commit.
  public var publicationFault: LedgerFault? { publisher?.fault ?? ownFault }

  private let vault: Vault
  private let signer: NoteSigner
  private let mark: HighWaterMark
  /// Publishes beside the writer; nil where whoever commits waits for the publication.
  private var publisher: NotePublisher?
  private var ownFault: LedgerFault?
  private let epoch: Epoch
  /// The entry being written, behind the byte that is hashed before it; its memory is used again and again.
  private var leaf = JSONBuffer(capacity: mostBytes)
  private var edge: LogState
  private var head: SignedHead?
  private var settled: (edge: LogState, head: SignedHead?)

  /// Begins epoch 1 under `name` in an empty store, or goes on where the store ends.
  ///
  /// - Parameter publishesBeside: notes are published on a thread of their own while the next group is written.
  /// - Throws: `LedgerFault`: `.behind` when less is there than was published, `.inconsistent` when head, tree and
  ///   published note contradict one another, `.key` when the epoch belongs to another key or name; `StoreFault`.
  public init(
    on connection: Connection, vault: Vault, key: SigningKey, name: String, highWaterMark: String,
    publishesBeside: Bool = false
  ) throws {
    try vault.requireKeys()
    guard let signer = NoteSigner(name: name, kind: .log, signing: key) else {
      throw LedgerFault(.key, "«\(name)» نام دفتر نمی‌شود.", "“\(name)” cannot be the name of a log.")
    }
    self.vault = vault
    self.signer = signer
    mark = HighWaterMark(path: highWaterMark)
    epoch = try Epoch.openOrBegin(signer.key, on: connection)
    edge = try LogState(epoch: epoch.number, base: epoch.base, on: connection)
    head = try SignedHead.read(epoch, edge, key: signer.key, on: connection)
    edge.hour = try epoch.hour(ofLastEntry: edge.size, on: connection)
    settled = (edge, head)
    try epoch.compare(edge, with: try mark.read(), key: signer.key, on: connection)
    publish()
    if publishesBeside { publisher = NotePublisher(mark) }
  }

  // MARK: Appending

  /// Writes one entry with its openings, tree nodes and indexes.
  ///
  /// - Returns: its seq.
  /// - Throws: `LedgerFault`, `StoreFault`, or `FieldFault` for what cannot be written canonically. Nothing of it is
  ///   then in the tree, but the caller's savepoint may hold an opening and must be rolled back.
  public func append(_ draft: EntryDraft, on connection: Connection) throws -> Int64 {
    try follow(connection)
    let seq = edge.size
    let id = epoch.base + seq
    let openings = EntryOpenings(of: draft, epoch: epoch.number, id: id, seq: seq, vault, on: connection)
    let form = EntryForm { try openings.commit($0, $1, &$2) }
    leaf.removeAll()
    leaf.put(TreeHash.leafPrefix)
    try form.put(draft, at: EntryForm.ChainPosition(epoch: epoch.number, previous: edge.previous, seq: seq), into: &leaf)
    guard leaf.count - 1 <= LedgerWriter.mostBytes else {
      throw LedgerFault(
        .tooLarge, "ثبت \(leaf.count - 1) بایت است؛ بیشینه \(LedgerWriter.mostBytes) بایت است.",
        "The entry has \(leaf.count - 1) bytes; \(LedgerWriter.mostBytes) are the most.")
    }
    try openings.insert()
    var next = edge
    next.previous = try leaf.withBytes { prefixed in
      let hash = TreeHash(Digest.sha256(prefixed))
      let rows = EntryRows(epoch: epoch.number, on: connection)
      try rows.insert(UnsafeRawBufferPointer(rebasing: prefixed.dropFirst()), hash, id: id, seq: seq)
      try next.range.append(hash, level: 0) { if $0.place.level > 0 { try rows.insert($0) } }
      try rows.list(draft, id: id)
      return hash.value
    }
    next.take(draft.at)
    edge = next
    return seq
  }

  /// The entry a draft would become, in the form of `EntryPreview`. Writes nothing.
  ///
  /// - Throws: `FieldFault` for a draft that cannot be written canonically.
  public func preview(_ draft: EntryDraft) throws -> Value { try EntryPreview.of(draft) }

  /// A unit may have rolled back its savepoint after appending; then the tables are shorter than the edge in memory.
  private func follow(_ connection: Connection) throws {
    let last = try connection.privileged("SELECT max(id) FROM audit_entry").first()?.integer ?? epoch.base - 1
    guard last != epoch.base + edge.size - 1 else { return }
    let hour = settled.edge.hour
    edge = try LogState(epoch: epoch.number, base: epoch.base, on: connection)
    edge.hour = hour
  }

  // MARK: Around a group

  /// Remembers what is committed.
  ///
  /// - Throws: `StoreFault` or `LedgerFault` when the log's end cannot be read.
  public func began(on connection: Connection) throws {
    try follow(connection)
    settled = (edge, head)
  }

  /// Signs the checkpoint of what the group wrote; keeps the previous one when an hour or a day ended with it.
  ///
  /// - Throws: `StoreFault` when the head cannot be written; the group then fails.
  public func willCommit(on connection: Connection) throws {
    try follow(connection)
    guard edge.size != head?.size ?? 0 else { return }
    if let head, head.hour != edge.hour { try head.keep(before: edge.hour, epoch.number, on: connection) }
    let next = try SignedHead(edge, origin: epoch.origin, signer: signer)
    try connection.privileged("INSERT OR REPLACE INTO audit_head(epoch,size,note) VALUES(?,?,?)")
      .bind([.int(epoch.number), .int(next.size), .text(next.note)]).run()
    head = next
  }

  /// Publishes the note of what is now durable.
  public func didCommit() {
    let isNews = head?.size != settled.head?.size
    settled = (edge, head)
    if isNews || publicationFault != nil { publish() }
  }

  /// Goes back to what is committed.
  public func didRollBack() { (edge, head) = settled }

  /// Publishes what still waits.
  public func closing() { publisher?.close() }

  private func publish() {
    guard let head else { return }
    if let publisher { publisher.offer(head.note) } else { ownFault = mark.attempt(head.note) }
  }
}
