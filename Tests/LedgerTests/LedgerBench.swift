import Foundation
import Ledger
import Secrets
import Store
import Synchronization
import TestKit
import Values

/// A ledger in a folder of its own, written to group by group as the writer's thread does.
final class LedgerBench {
  static let name = "audit.hamyar.example/test/1"

  private let root: TemporaryFolder
  var folder: URL { URL(filePath: root.path) }
  let vault: Vault
  let signing: SigningKey
  private(set) var connection: Connection
  private(set) var ledger: LedgerWriter

  var database: String { folder.appendingPathComponent("hamyar.db").path }
  var mark: String { folder.appendingPathComponent("audit.hwm").path }

  init() throws {
    root = try TemporaryFolder("ledger")
    vault = Vault(master: MasterKey(try SecretKey.random()))
    signing = try SigningKey(seed: SecretKey([UInt8](repeating: 7, count: 32)))
    connection = try Connection(path: root.path + "/hamyar.db", mode: .writer)
    try Migrations(LedgerSchema.migrations) { Digest.sha256($0) }.apply(to: connection, at: "2026-03-21T08:00:00.000000Z")
    ledger = try LedgerWriter(
      on: connection, vault: vault, key: signing, name: LedgerBench.name,
      highWaterMark: root.path + "/audit.hwm")
  }

  /// Starts anew over the same files.
  func reopen(_ key: SigningKey? = nil, name: String = LedgerBench.name) throws {
    connection = try Connection(path: database, mode: .writer)
    ledger = try LedgerWriter(on: connection, vault: vault, key: key ?? signing, name: name, highWaterMark: mark)
  }

  /// One group: begin, body, sign, commit, publish.
  @discardableResult
  func group<Result>(publishing: Bool = true, _ body: () throws -> Result) throws -> Result {
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try ledger.began(on: connection)
      let result = try body()
      try ledger.willCommit(on: connection)
      try connection.execute("COMMIT")
      if publishing { ledger.didCommit() }
      return result
    } catch {
      try connection.execute("ROLLBACK")
      ledger.didRollBack()
      throw error
    }
  }

  func append(_ draft: EntryDraft) throws -> Int64 { try ledger.append(draft, on: connection) }

  /// Groups of one entry each.
  func fill(_ count: Int, from start: Int = 0) throws {
    for number in start..<(start + count) { _ = try group { try append(Self.draft(number)) } }
  }

  static func draft(_ number: Int, object: String? = nil, actor: String? = nil) -> EntryDraft {
    let minute = number % 60
    let hour = 8 + number / 60 % 10
    var draft = EntryDraft(
      act: "groups.edit", actor: LedgerActor(id: actor ?? "u\(number % 3)", kind: "user", role: "expert"),
      at: "2026-03-21T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00.000000Z", module: "groups",
      object: object ?? "groups.group/\(number % 7)",
      origin: LedgerOrigin(channel: "http", host: "srv1", session: "s1"), outcome: .ok, province: "27",
      request: "r-\(number)")
    draft.revision = Int64(number)
    draft.before = [Value.Member("title", .text("قدیم \(number)"))]
    draft.after = [Value.Member("title", .text("تازه \(number)"))]
    return draft
  }

  func leaf(_ seq: Int64) throws -> [UInt8] {
    guard
      case .bytes(let bytes) = try connection.privileged("SELECT leaf FROM audit_entry WHERE id=?").bind([.int(seq)])
        .first()
    else { return [] }
    return bytes
  }

  func entry(_ seq: Int64) throws -> Value { try JSONReader.read(leaf(seq)) }

  func count(_ table: String) throws -> Int64 {
    try connection.privileged(text: "SELECT count(*) FROM \(table)").first()?.integer ?? -1
  }
}
