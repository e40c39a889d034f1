import Foundation
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// Exports and the console go through the same catalogue: they show a colleague in Golestan nothing of Kurdistan either.
@Suite(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
struct OutwardStory {
  private let user = "golestan.prevention.officer"

  @Test func `an export holds the own province only`() throws {
    let world = try TwoProvinces.shared.get()
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.copyItem(atPath: world.both.runtime.folder.path, toPath: place + "/store")
    let secret = try secretFile(in: place)
    func export(_ words: String...) throws -> [Substring] {
      let ending = try Spawned.run(
        try #require(Place.program),
        ["export", "groups.groups", "--store", place + "/store", "--as", user, "--password-file", secret] + words, in: place)
      try #require(ending.status == 0, "\(ending.complaint)")
      return ending.output.split(whereSeparator: \.isNewline)
    }
    let rows = try export().dropFirst()
    #expect(rows.count == world.own["groups.group"]?.count)
    #expect(rows.allSatisfy { $0.contains("GR-27-") && !TwoProvinces.shows(String($0)) })
    #expect(try export("province=IR-12").count == 1, "only the header")
  }

  @Test func `the console finds neither a code nor a row of the other province`() throws {
    let world = try TwoProvinces.shared.get()
    let served = try ServedStore(StoryStore(copying: world.both))
    let place = served.store.place
    let group = try #require(world.foreign["groups.group"]?.first)
    let code = try #require(group.code)
    let secret = try secretFile(in: place)
    func say(_ line: String) throws -> Spawned.Ending {
      try Spawned.run(
        try #require(Place.program),
        [
          "console", "--server", "127.0.0.1:\(served.port)", "--as", user, "--password-file", secret, "--mode", "json", "-c", line,
        ], in: place)
    }
    for line in ["groups group \(code)", "groups group \(group.row)", "groups activities group=\(code)"] {
      let ending = try say(line)
      let isEmpty = ending.output.contains("\"items\":[]")
      #expect(isEmpty || ending.complaint.contains("not-found") || ending.output.contains("not-found"), "\(line): \(ending)")
      #expect(!TwoProvinces.shows(ending.output.replacing(code, with: "")))
    }
    let all = try say("groups groups --all")
    #expect(all.status == 0 && all.output.contains("GR-27-") && !TwoProvinces.shows(all.output))
  }

  private func secretFile(in place: String) throws -> String {
    let path = place + "/secret"
    try WalkedRoad.golestan.get().secrets[user]?.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }
}
