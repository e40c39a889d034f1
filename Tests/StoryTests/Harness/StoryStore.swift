import Foundation
import Jalali
import Ledger
import Engine
import Feature
import Store
import Values

@testable import Host

/// A fresh store as `hamyar init` makes it, on a clock of its own.
final class StoryStore: Sendable {
  let runtime: Runtime
  let clock: DemoClock
  /// The secret that the national administrator chose.
  let secret: String
  let place: String

  init(on day: JalaliDay) throws {
    place = try Place.folder()
    clock = DemoClock(day)
    let (runtime, given) = try StoreLocator.create(
      StoreFolder(place + "/store"), config: ConfigFiles(folder: Place.config), clock: clock.clock)
    self.runtime = runtime
    secret = try runtime.changeSecret(given, of: 1, channel: "story")
  }

  /// Another store with the same past, on the day after; nobody may be writing to the first.
  init(copying other: StoryStore) throws {
    place = try Place.folder()
    secret = other.secret
    clock = DemoClock(other.runtime.clock.day.adding(days: 1))
    try Place.copyStore(other.place + "/store", to: place + "/store")
    runtime = try Runtime(
      folder: StoreFolder(place + "/store"), registry: Registry(InstalledModules.all), clock: clock.clock)
  }

  deinit {
    runtime.close()
    try? FileManager.default.removeItem(atPath: place)
  }

  /// The national administrator, in process.
  func admin() throws -> Caller {
    let grant = Principal.Grant(role: "national.admin", scope: .nation)
    return try Caller(
      runtime, principal: Principal(id: "u1", staff: 1, name: "admin", grants: [grant], session: "story"), channel: "story")
  }

  /// The second hand on all posts that wait for one.
  func confirmPosts(as user: String, _ staff: Int64) throws {
    let grant = Principal.Grant(role: "national.admin", scope: .nation)
    let second = try Caller(
      runtime, principal: Principal(id: "u\(staff)", staff: staff, name: user, grants: [grant], session: "story"), channel: "story")
    for waiting in try second.rows("accounts.post-confirmations", [.init("state", "proposed")]) {
      try second.perform("accounts.confirm-post", .record(["confirmation": waiting["id"] ?? .null]))
    }
  }

  /// Lets the days go by, with their nights.
  func pass(to day: JalaliDay) throws {
    clock.move(to: day)
    _ = try Night(runtime, host: "story").run(upTo: day, catchingUp: .everything)
  }

  /// Verifies the whole ledger, with the high-water mark as what is known from outside.
  func verify() throws -> VerifyReport { try StoryStore.verify(runtime.folder) }

  static func verify(_ folder: StoreFolder) throws -> VerifyReport {
    let connection = try Connection(path: folder.database, mode: .reader)
    let mark = try Anchor(parsing: PlainFile.read(folder.highWaterMark), source: "high-water mark")
    return try LedgerVerifier.verify(
      on: connection, key: nil, keyName: "", tables: Registry(InstalledModules.all).auditedTables, anchors: [mark])
  }
}
