import AdminAPI
import Foundation
import HTTP
import Ledger
import Engine
import Feature
import Store
import TestKit
import Values

@testable import Host

/// A store of an earlier version, unpacked from `Tests/Stores`, on a clock that begins a minute after its last entry.
final class KeptStore: Sendable {
  static let shelf = Place.package + "Tests/Stores/"
  /// `nil` on a machine that cannot unpack.
  static let tar: String? = ["/usr/bin/tar", "/bin/tar"].first { FileManager.default.isExecutableFile(atPath: $0) }
  static let gzip: String? = ["/usr/bin/gzip", "/bin/gzip"].first { FileManager.default.isExecutableFile(atPath: $0) }
  static let canUnpack = tar != nil && gzip != nil

  /// The versions of which a store is kept, oldest first.
  static let versions: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
    let found = names.filter { $0.hasPrefix("store-") && $0.hasSuffix(".tar.gz") }.map { String($0.dropFirst(6).dropLast(7)) }
    return found.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
  }()

  struct CannotUnpack: Error { let file: String, reason: String }

  let folder: StoreFolder
  let clock: Clock
  private let place: String

  init(_ version: String) throws {
    place = try Place.folder()
    let file = KeptStore.shelf + "store-\(version).tar.gz"
    let ending = try Spawned.run(KeptStore.tar ?? "tar", ["-xzf", file, "-C", place], in: place)
    guard ending.status == 0 else { throw CannotUnpack(file: file, reason: ending.complaint) }
    folder = StoreFolder(place + "/store")
    let ticks = TestTime(from: try KeptStore.lastEntry(folder) + 60_000_000)
    clock = Clock { ticks.now() }
  }

  deinit { try? FileManager.default.removeItem(atPath: place) }

  /// What lies packed beside the stores.
  static func text(_ name: String) throws -> String {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let ending = try Spawned.run(gzip ?? "gzip", ["-dc", shelf + name], in: place)
    guard ending.status == 0 else { throw CannotUnpack(file: name, reason: ending.complaint) }
    return ending.output
  }

  func open() throws -> Runtime { try Runtime(folder: folder, registry: Registry(InstalledModules.all), clock: clock) }

  /// Changes the database as somebody with a tool for SQL would.
  func alter(_ sql: String) throws { try folder.alter(sql) }

  var database: Data? { FileManager.default.contents(atPath: folder.database) }

  /// How many rows each table has, besides those that perish.
  func counts() throws -> [String: Int64] {
    var counts: [String: Int64] = [:]
    for table in try folder.rows("SELECT name FROM sqlite_master WHERE type='table'").compactMap({ $0.first?.string }) {
      counts[table] = try folder.rows("SELECT count(*) FROM \(table)").first?.first?.integer
    }
    return counts
  }

  /// Microseconds since 1970, UTC.
  private static func lastEntry(_ folder: StoreFolder) throws -> Int64 {
    guard let leaf = try folder.leaves().last else {
      throw CannotUnpack(file: folder.database, reason: "no entries")
    }
    let time = try JSONReader.read(leaf)["at"]?.string ?? ""
    let date = try Date(time, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    return Int64(date.timeIntervalSince1970) * 1_000_000
  }
}
