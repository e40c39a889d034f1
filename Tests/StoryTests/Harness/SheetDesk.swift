import Engine
import Feature
import Foundation
import Persian
import Store
import Testing
import Values

@testable import Host

/// A store of its own for each test, and the program as somebody at a terminal uses it: sheets go in by `hamyar import`, and
/// what is there now is read by `hamyar export` and the console.
final class SheetDesk {
  enum Hand: String { case admin, officer }

  private let program: String
  private let folder: String

  init() throws {
    program = try #require(Place.program)
    folder = try Place.folder()
    try FileManager.default.copyItem(atPath: SheetDesk.pattern.get() + "/store", toPath: folder + "/store")
    for hand in [Hand.admin, .officer] {
      try FileManager.default.copyItem(
        atPath: SheetDesk.pattern.get() + "/" + hand.rawValue, toPath: folder + "/" + hand.rawValue)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Two counties of Golestan, and one of Mazandaran that has the name of one of them; its officer and the national office.
  private static let pattern = Result {
    let place = try Place.folder()
    // Clocks of the programs that use it later go on from now.
    let (runtime, given) = try StoreLocator.create(StoreFolder(place + "/store"), config: ConfigFiles(folder: Place.config))
    defer { runtime.close() }
    let secret = try runtime.changeSecret(given, of: 1, channel: "story")
    let grant = Principal.Grant(role: "national.admin", scope: .nation)
    let admin = try Caller(
      runtime, principal: Principal(id: "u1", staff: 1, name: "admin", grants: [grant], session: "story"), channel: "story")
    var county: Int64 = 0
    for (province, name, code) in [("IR-02", "سپیدرود", "0261"), ("IR-27", "سپیدرود", "2761"), ("IR-27", "کوه‌پایه", "2762")] {
      let made = try admin.perform(
        "regions.add-county", .record(["province": .text(province), "name": .text(name), "statisticalCode": .text(code)]))
      county = made["id"]?.integer ?? 0
    }
    let cast = try Cast(Province(parsing: "IR-27"), installer: admin, county: county)
    let officer = cast.secrets.first { $0.user == "golestan.prevention.officer" }?.secret ?? ""
    try secret.write(toFile: place + "/admin", atomically: false, encoding: .utf8)
    try officer.write(toFile: place + "/officer", atomically: false, encoding: .utf8)
    return place
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ text: String, to name: String = "sheet.csv") throws { try write(Array(text.utf8), to: name) }
  func write(_ octets: [UInt8], to name: String = "sheet.csv") throws { try Data(octets).write(to: URL(filePath: path(name))) }
  func read(_ name: String) throws -> String { String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self) }
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// `hamyar import`, in English unless told otherwise.
  func importing(
    _ action: String, _ name: String = "sheet.csv", as hand: Hand = .officer, flags: [String] = [], language: Language = .en
  ) throws -> Spawned.Ending {
    try run(["import", action, path(name)] + flags + ["--lang", language.rawValue], as: hand)
  }

  /// All rows of a list, in the order in which they were made.
  func rows(_ list: String, as hand: Hand = .officer) throws -> [Value] {
    let ending = try run(["export", list, "--json"], as: hand)
    #expect(ending.status == 0, "\(ending.complaint)")
    let rows = try ending.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    return rows.sorted { ($0["id"]?.integer ?? 0) < ($1["id"]?.integer ?? 0) }
  }

  /// What a command of the console answers.
  func answer(_ line: String, as hand: Hand = .officer) throws -> Value {
    let ending = try run(["console", "-c", line, "--mode", "json"], as: hand)
    #expect(ending.status == 0, "\(ending.complaint)")
    return try JSONReader.read(Array(ending.output.utf8))
  }

  private func run(_ words: [String], as hand: Hand) throws -> Spawned.Ending {
    let user = hand == .admin ? "admin" : "golestan.prevention.officer"
    return try Spawned.run(
      program, words + ["--store", path("store"), "--as", user, "--password-file", path(hand.rawValue)], in: folder)
  }
}
