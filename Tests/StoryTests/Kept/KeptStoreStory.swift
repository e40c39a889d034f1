import Foundation
import Ledger
import Engine
import Feature
import Secrets
import Store
import Testing
import Values

@testable import Host

/// A store of every version that was published can be gone on with.
@Suite(.enabled(if: KeptStore.canUnpack, "there is no tar or gzip on this machine"))
struct `A store of an earlier version` {
  /// Tables that nothing fills: there are no witnesses yet, and the lease is let go when a night is over.
  private static let empty: Set<String> = ["audit_cosig", "nightly_lease"]
  /// What the opening itself writes (the steps that came since), and what does not last.
  private static let perishable: Set<String> = [
    "registry_job", "registry_moment", "accounts_presence", "accounts_throttle", "accounts_session", "store_migration",
  ]

  @Test func `is kept of this version too`() throws { #expect(KeptStore.versions.contains(Hamyar.version)) }

  @Test func `is kept with its steps, its document and the client that was recorded with it`() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: KeptStore.shelf)
    for version in KeptStore.versions {
      for name in ["steps-\(version).txt", "openapi-\(version).json.gz", "client-\(version).jsonl.gz"] {
        #expect(kept.contains(name), "\(name)")
      }
    }
  }

  @Test(arguments: KeptStore.versions)
  func `is opened, proven, taken over and gone on with`(version: String) throws {
    let kept = try KeptStore(version)
    let before = try kept.counts()
    #expect(Set(before.filter { $0.value == 0 }.keys).isSubset(of: Self.empty), "tables without a row")
    let first = try kept.open()
    try expectProven(kept, entries: before["audit_entry"])
    let after = try kept.counts()
    #expect(before.allSatisfy { after[$0.key] == $0.value || Self.perishable.contains($0.key) })
    #expect(try state(kept).unmarked == [] && state(kept).isSame)
    try live(first)
    first.close()
    try expectProven(kept, entries: nil)
    let steps = try steps(kept)
    let second = try kept.open()
    second.close()
    #expect(try self.steps(kept) == steps, "a second opening changes nothing")
    try expectProven(kept, entries: nil)
  }

  @Test(arguments: KeptStore.versions)
  func `is only read once it has every step, and is never changed by being read`(version: String) throws {
    let kept = try KeptStore(version)
    let registry = try Registry(InstalledModules.all)
    if try !state(kept).missing.isEmpty {
      // Whoever only reads adds nothing: it is left as it is until somebody opens it for writing.
      let untouched = kept.database
      #expect(throws: StoreFault.self) { try Runtime(reading: kept.folder, registry: registry) }
      #expect(kept.database == untouched)
      try kept.open().close()
    }
    let before = kept.database
    let runtime = try Runtime(reading: kept.folder, registry: registry)
    #expect(try runtime.hasAllMigrations(runtime.openReader()))
    #expect(kept.database == before)
  }

  @Test(arguments: [
    ("ALTER TABLE groups_group ADD COLUMN more TEXT", "table groups_group"), ("CREATE INDEX own ON people_person(code)", "index own"),
    ("DROP TRIGGER audit_entry_delete", "trigger audit_entry_delete"),
    // The step ledger.tables as it was before it was edited in place: no actor in the index, and a table beside it.
    (
      """
      CREATE TABLE former(obj TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(obj, entry)) STRICT, WITHOUT ROWID;
      INSERT INTO former SELECT obj, entry FROM audit_ix; DROP TABLE audit_ix; ALTER TABLE former RENAME TO audit_ix;
      CREATE TABLE audit_ix_actor(obj TEXT NOT NULL, actor TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(obj, actor))
        STRICT, WITHOUT ROWID
      """, "table audit_ix_actor"
    ),
    ("INSERT INTO store_migration(name, applied_at) VALUES('future.step', '2030-01-01T00:00:00Z')", "future.step"),
  ])
  func `with an altered schema or an unknown step is refused untouched`(change: String, word: String) throws {
    let kept = try KeptStore("0.1.0")
    try kept.alter(change)
    try expectRefused(kept, word)
  }

  @Test func `with an edited step is refused untouched, once its digests are kept`() throws {
    let kept = try KeptStore("0.1.0")
    try kept.open().close()
    try kept.alter("UPDATE store_migration SET digest=zeroblob(32) WHERE name='groups.activities'")
    try expectRefused(kept, "groups.activities")
  }

  @Test(arguments: [
    ("UPDATE store_migration SET digest=NULL WHERE name='groups.activities'", "groups.activities"),
    ("DROP TABLE groups_attendance", "table groups_attendance"), ("DROP INDEX groups_group_state", "index groups_group_state"),
  ])
  func `with all its digests is refused untouched where one is lost or a table is not what its steps make`(
    change: String, word: String
  ) throws {
    let kept = try KeptStore("0.1.0")
    try kept.open().close()
    try kept.alter(change)
    try expectRefused(kept, word)
  }

  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `is told by the doctor, with the names of edited steps and altered tables`() throws {
    let kept = try KeptStore("0.1.0")
    func schema() throws -> String {
      let ending = try Spawned.run(
        try #require(Place.program), ["doctor", "--store", kept.folder.path, "--config", Place.config], in: kept.folder.path)
      return ending.output.split(separator: "\n").first { $0.contains("schema ·") }.map(String.init) ?? ending.complaint
    }
    let fresh = try schema()
    #expect(fresh.contains("0 edited, 26 without a digest"), "\(fresh)")
    try kept.open().close()
    let taken = try schema()
    #expect(taken.hasSuffix(" missing, 0 unknown, 0 edited"), "\(taken)")
    try kept.alter("UPDATE store_migration SET digest=zeroblob(32) WHERE name='groups.activities'")
    try kept.alter("ALTER TABLE groups_group ADD COLUMN more TEXT")
    let altered = try schema()
    #expect(altered.contains("1 edited (groups.activities), table groups_group is different"), "\(altered)")
  }

  @Test func `was made by steps that nobody edited since`() throws {
    let steps = try Registry(InstalledModules.all).migrations
    let present = Dictionary(uniqueKeysWithValues: steps.map { ($0.name, Digest.sha256($0.octets)) })
    for version in KeptStore.versions {
      let list = try String(contentsOfFile: KeptStore.shelf + "steps-\(version).txt", encoding: .utf8).split(separator: "\n")
      #expect(!list.isEmpty)
      for line in list {
        let words = line.split(separator: " ").map(String.init)
        let digest = present[words[1]].map { $0.map { String(UInt32($0) + 256, radix: 16).suffix(2) }.joined() }
        #expect(digest == words[0], "\(words[1]), published with \(version), was edited or is gone")
      }
    }
  }

  /// An action and a night.
  private func live(_ runtime: Runtime) throws {
    let grant = Principal.Grant(role: "national.admin", scope: .nation)
    let admin = try Caller(
      runtime, principal: Principal(id: "u1", staff: 1, name: "admin", grants: [grant], session: "kept"), channel: "kept")
    let row = try admin.perform(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "محلهٔ تازه", "setting": "urban"]))
    #expect(row["code"]?.string?.hasPrefix("NB-27-") == true)
    _ = try Night(runtime, host: "kept").run(upTo: runtime.clock.day, catchingUp: .everything)
  }

  private func expectProven(_ kept: KeptStore, entries: Int64?) throws {
    let report = try StoryStore.verify(kept.folder)
    #expect(report.conclusion == .proven && report.faultCount == 0 && report.anchoredSize == report.size)
    if let entries { #expect(Int64(report.entries) == entries) }
  }

  private func expectRefused(_ kept: KeptStore, _ word: String) throws {
    let before = kept.database
    let fault = #expect(throws: StoreFault.self) { try kept.open() }
    #expect(fault?.texts.en.contains(word) == true && fault?.texts.fa.contains(word) == true, "\(String(describing: fault))")
    #expect(throws: StoreFault.self) { try Runtime(reading: kept.folder, registry: Registry(InstalledModules.all)) }
    #expect(kept.database == before, "the refused database was written")
  }

  private func state(_ kept: KeptStore) throws -> MigrationState {
    try Registry(InstalledModules.all).schema.state(of: Connection(path: kept.folder.database, mode: .reader))
  }

  private func steps(_ kept: KeptStore) throws -> [[Value]] {
    try Connection(path: kept.folder.database, mode: .reader).privileged("SELECT * FROM store_migration ORDER BY name").all()
  }
}
