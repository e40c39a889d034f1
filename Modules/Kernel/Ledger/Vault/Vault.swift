public import Secrets
public import Store
import Synchronization
import Values

/// Seals personal data for the tables and opens it again. Each person has a key of their own; without it their values
/// are gone from every copy of the store.
public final class Vault: Sendable {
  /// First byte of every stored box: format and version of the master's keys.
  static let version: UInt8 = 1
  /// Keys of persons kept ready.
  private static let cacheLimit = 1_024
  /// Length of a person's random name, in bytes.
  public static let subjectLength = 16
  /// Bytes with which the names of one series begin.
  private static let leadLength = 4
  /// Names of one series.
  static let namesOfSeries = 4_096

  private struct Keys {
    let field: Sealer
    let subject: Sealer
    let index: SecretKey
  }
  private struct Ready {
    let wrapped: [UInt8]
    let sealer: Sealer
  }

  private let keys: Result<Keys, any Error>
  private let ready = Mutex<[[UInt8]: Ready]>([:])
  /// Where the keys of persons are kept: an import makes one for each of its rows.
  private let pool = KeyPool()
  /// How the next names begin, and how many more do.
  private let series = Mutex((lead: [UInt8](), left: 0))

  /// Derives the keys for fields, persons and indexes. That can fail only for want of memory; then sealing and opening
  /// throw, and the ledger's writer refuses to start.
  public init(master: MasterKey) {
    keys = Result {
      Keys(
        field: Sealer(key: try master.derive(.field)), subject: Sealer(key: try master.derive(.subject)),
        index: try master.derive(.index))
    }
  }

  func requireKeys() throws { _ = try keys.get() }

  /// A new person: 16 random bytes, the only name the ledger knows, and a key of their own, kept wrapped.
  ///
  /// - Throws: `SecretFault` without keys or protected memory, `StoreFault` when the wrapped key cannot be written.
  public func newSubject(on connection: Connection) throws -> [UInt8] {
    var draw = RandomDraw(count: Vault.subjectLength + Sealer.nonceLength)
    let subject = newName(drawing: &draw)
    let key = try SecretKey.random(in: pool)
    let wrapped = try keys.get().subject.seal(key, aad: Vault.wrapping(subject), drawing: &draw)
    try connection.privileged("INSERT INTO audit_subject_key(subject,wrapped) VALUES(?,?)")
      .bind([.bytes(subject), .bytes(wrapped)]).run()
    keep(Ready(wrapped: wrapped, sealer: Sealer(key: key)), subject)
    return subject
  }

  /// Random bytes, of which the first few are the same for persons who are registered one after the other. Three indexes go
  /// by these names, one of them eleven times for each person: names without anything in common would change pages all
  /// over the three, and a long import would write and read most of them once for each row. That somebody was registered
  /// not long before or after somebody else is all that it tells, and the order of the ledger tells it anyway.
  private func newName(drawing draw: inout RandomDraw) -> [UInt8] {
    var name = series.withLock { series in
      if series.left == 0 { series = (Random.bytes(Vault.leadLength), Vault.namesOfSeries) }
      series.left -= 1
      return series.lead
    }
    draw.take(Vault.subjectLength - name.count, to: &name)
    return name
  }

  /// A box that opens only at this place, with the person's key, or with the field key when there is no person.
  ///
  /// - Throws: `LedgerFault.erased` when the person's key is not there, `SecretFault` without keys, `StoreFault` when the
  ///   store cannot be read.
  public func seal(
    _ plain: [UInt8], at place: VaultPlace, subject: [UInt8]?, on connection: Connection
  ) throws -> [UInt8] {
    var draw = RandomDraw(count: SubjectSeal.nonceLength)
    return try seal(of: subject, on: connection).seal(plain, at: place, drawing: &draw)
  }

  /// The seal of one person, or of nobody, for several values of one change: the key is looked up once. It must not be kept
  /// beyond the call that asked for it, so that an erased key is missed by the next change.
  ///
  /// - Throws: as `seal(_:at:subject:on:)` does.
  public func seal(of subject: [UInt8]?, on connection: Connection) throws -> SubjectSeal {
    guard let sealer = try sealer(of: subject, on: connection) else {
      throw LedgerFault(
        .erased, "کلید این شخص پاک شده است؛ دادهٔ تازه‌ای برایش ثبت نمی‌شود.",
        "This person's key was erased; nothing new can be recorded about them.")
    }
    return SubjectSeal(sealer: sealer, subject: subject)
  }

  /// What a box holds; nil when the person's key was erased.
  ///
  /// - Throws: `SecretFault.notAuthentic` for a box that was altered, moved, or sealed for somebody else, `StoreFault` when
  ///   the store cannot be read.
  public func open(
    _ box: [UInt8], at place: VaultPlace, subject: [UInt8]?, on connection: Connection
  ) throws -> [UInt8]? {
    guard box.first == Vault.version else { throw SecretFault.notAuthentic }
    guard let sealer = try sealer(of: subject, on: connection) else { return nil }
    return try sealer.open(Array(box.dropFirst()), aad: Vault.aad(place, subject))
  }

  /// 16 bytes by which a sealed value is found by equality. `purpose` keeps equal values of different columns apart
  /// and must not contain a NUL. Without keys it is a value that equals nothing.
  public func blindIndex(_ text: String, purpose: String) -> [UInt8] {
    guard case .success(let keys) = keys else { return Random.bytes(16) }
    return BlindIndex.of(text, column: purpose, key: keys.index)
  }

  /// The wrapped key is read each time: an erased one must fail at once, on every connection.
  private func sealer(of subject: [UInt8]?, on connection: Connection) throws -> Sealer? {
    let keys = try keys.get()
    guard let subject else { return keys.field }
    let row = try connection.privileged("SELECT wrapped FROM audit_subject_key WHERE subject=?").bind([.bytes(subject)])
    guard case .bytes(let wrapped) = try row.first() else {
      ready.withLock { _ = $0.removeValue(forKey: subject) }
      return nil
    }
    if let known = ready.withLock({ $0[subject] }), known.wrapped == wrapped { return known.sealer }
    let sealer = Sealer(key: try keys.subject.openKey(wrapped, aad: Vault.wrapping(subject), in: pool))
    keep(Ready(wrapped: wrapped, sealer: sealer), subject)
    return sealer
  }

  private func keep(_ known: Ready, _ subject: [UInt8]) {
    ready.withLock { ready in
      if ready.count >= Vault.cacheLimit { ready.removeAll(keepingCapacity: true) }
      ready[subject] = known
    }
  }

  fileprivate static func aad(_ place: VaultPlace, _ subject: [UInt8]?) -> [UInt8] {
    place.aad(version: version, key: subject ?? Array("field".utf8))
  }

  private static func wrapping(_ subject: [UInt8]) -> [UInt8] {
    VaultPlace(table: "audit_subject_key", column: "wrapped", row: 0).aad(version: version, key: subject)
  }
}

/// Seals what is about one person, or about nobody; good for one call.
public struct SubjectSeal {
  /// Random bytes that each box takes.
  public static let nonceLength = Sealer.nonceLength

  fileprivate let sealer: Sealer
  fileprivate let subject: [UInt8]?

  /// A box as `Vault.seal` makes it.
  ///
  /// - Parameter draw: where its nonce is taken from.
  public func seal(_ plain: [UInt8], at place: VaultPlace, drawing draw: inout RandomDraw) -> [UInt8] {
    sealer.seal(plain, aad: Vault.aad(place, subject), after: [Vault.version], drawing: &draw)
  }
}

/// Where a sealed value belongs. It is part of what is authenticated: a box moved elsewhere does not open.
public struct VaultPlace: Sendable {
  /// Table, column and row id.
  public let table: String
  /// Its column.
  public let column: String
  /// Its row id.
  public let row: Int64

  /// Names a place.
  public init(table: String, column: String, row: Int64) {
    self.table = table
    self.column = column
    self.row = row
  }

  /// Version, table, column, row and key, each so that no two places read alike.
  func aad(version: UInt8, key: [UInt8]) -> [UInt8] {
    let (table, column) = (table.utf8, column.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(17 + table.count + column.count + key.count)
    bytes.append(version)
    LedgerText.append(UInt32(clamping: table.count), to: &bytes)
    bytes.append(contentsOf: table)
    LedgerText.append(UInt32(clamping: column.count), to: &bytes)
    bytes.append(contentsOf: column)
    LedgerText.append(UInt64(bitPattern: row), to: &bytes)
    bytes.append(contentsOf: key)
    return bytes
  }
}
