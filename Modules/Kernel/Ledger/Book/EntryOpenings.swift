import Secrets
import Store
import Values

/// What opens the guarded values of one entry: made while the entry is written, then put into the table together. The
/// person's key is looked up once for all of them, and their nonces are drawn at once.
final class EntryOpenings {
  /// Rows written by one statement, at most: SQLite keeps a journal for each, as long as the table has a trigger.
  static let mostRows = 16

  private let draft: EntryDraft
  private let epoch: Int64
  private let id: Int64
  private let seq: Int64
  private let vault: Vault
  private let connection: Connection
  private var draw: RandomDraw
  private var seal: SubjectSeal?
  private var openings: [(field: String, box: [UInt8])] = []

  init(of draft: EntryDraft, epoch: Int64, id: Int64, seq: Int64, _ vault: Vault, on connection: Connection) {
    self.draft = draft
    self.epoch = epoch
    self.id = id
    self.seq = seq
    self.vault = vault
    self.connection = connection
    let count = EntryOpenings.count(in: draft)
    draw = RandomDraw(count: count * (Commitment.nonceLength + SubjectSeal.nonceLength))
    openings.reserveCapacity(count)
  }

  private static func count(in draft: EntryDraft) -> Int {
    func count(_ members: [Value.Member]) -> Int { members.count { $0.value.isGuarded } }
    return count(draft.before) + count(draft.after) + (draft.whyText == nil ? 0 : 1)
  }

  /// Writes the commitment to a value and keeps what opens it.
  ///
  /// - Throws: `LedgerFault.erased` when the person's key is not there, `SecretFault`, `StoreFault`.
  func commit(_ field: String, _ plain: [UInt8], _ leaf: inout JSONBuffer) throws {
    let seal = try seal ?? vault.seal(of: draft.subject, on: connection)
    self.seal = seal
    let commitment = Commitment(plain, field: field, epoch: epoch, seq: seq, drawing: &draw)
    let place = VaultPlace(table: "audit_opening", column: field, row: id)
    openings.append((field, seal.seal(commitment.opening, at: place, drawing: &draw)))
    commitment.digest.withBytes { leaf.quoteHex($0) }
  }

  /// Writes the openings.
  ///
  /// - Throws: `StoreFault`.
  func insert() throws {
    var rest = openings[...]
    while !rest.isEmpty {
      let rows = rest.prefix(EntryOpenings.mostRows)
      rest = rest.dropFirst(rows.count)
      let statement = try connection.privileged(text: EntryOpenings.statements[rows.count])
      try statement.bind(id, at: 1)
      if let subject = draft.subject { try statement.bind(subject, at: 2) }
      for (place, opening) in rows.enumerated() {
        try statement.bind(opening.field, at: 3 + 2 * place).bind(opening.box, at: 4 + 2 * place)
      }
      try statement.run()
    }
  }

  /// The statement for each number of rows.
  private static let statements = (0...mostRows).map { count in
    "INSERT INTO audit_opening(entry,field,box,subject) VALUES"
      + (0..<count).map { "(?1,?\(3 + 2 * $0),?\(4 + 2 * $0),?2)" }.joined(separator: ",")
  }
}

extension Value {
  fileprivate var isGuarded: Bool {
    switch self {
    case .secret, .personal: true
    default: false
    }
  }
}
