import Foundation
import Ledger
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// The night after the year's end over many agreements, killed again and again: one outcome each, proven, repeatable.
@Suite(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
struct NightStory {
  private static let day = "1406/01/01"
  /// So many that one institute has a hundred agreements, which its lost licence suspends in one transaction.
  private let count = Place.isFull ? 10_000 : 1_500
  private let kills = Place.isFull ? 20 : 5

  @Test func `a killed night goes on, settles each agreement once, and wrote what its dry run had shown`() throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let year = try YearEndStore(count, in: place)
    let registry = try Registry(InstalledModules.all)
    let before = try Snapshot(year.folder, registry, exactly: true)

    let shown = try night(year, place, "--dry-run")
    #expect(try Snapshot(year.folder, registry, exactly: true) == before, "a dry run changes nothing")

    let interrupted = try killRepeatedly(year, place)
    #expect(interrupted > 0, "no kill came in the middle of the night")
    _ = try night(year, place)
    try checkOutcomes(year)

    let after = try Snapshot(year.folder, registry, exactly: true)
    let written = after.entries.dropFirst(before.entries.count)
    let promised = shown.split(separator: "\n").map(NightStory.withoutState)
    #expect(promised.sorted() == written.map { NightStory.withoutState(Substring($0)) }.sorted())
    #expect(try StoryStore.verify(year.folder).conclusion == .proven)

    _ = try night(year, place)
    #expect(try Snapshot(year.folder, registry, exactly: true) == after, "a second night changes nothing")
  }

  private func night(_ year: YearEndStore, _ place: String, _ words: String...) throws -> String {
    let ending = try Spawned.run(
      try #require(Place.program), ["nightly", "--store", year.folder.path, "--simulate", "--on", NightStory.day] + words, in: place)
    try #require(ending.status == 0, "\(ending.output)\(ending.complaint)")
    return ending.output
  }

  /// Starts the night and kills it (SIGKILL) after so many more outcomes, at moments that the dice choose.
  ///
  /// - Returns: how often it was in the middle of the agreements.
  private func killRepeatedly(_ year: YearEndStore, _ place: String) throws -> Int {
    var dice = Dice(seed: 1406)
    var interrupted = 0
    let reader = try Connection(path: year.folder.database, mode: .reader)
    func settled() throws -> Int { Int(try reader.privileged("SELECT count(*) FROM healthbases_outcome").first()?.integer ?? 0) }
    for kill in 1...kills {
      let target = try settled() + dice.number(0...(2 * count / (kills + 2)))
      let running = try Spawned(
        try #require(Place.program), ["nightly", "--store", year.folder.path, "--simulate", "--on", NightStory.day], in: place)
      while try settled() < target, running.isRunning { usleep(2_000) }
      usleep(UInt32(dice.number(0...20_000)))
      running.kill()
      let ending = try running.wait()
      let done = try settled()
      if ending.status == 128 + SIGKILL, (1..<count).contains(done) { interrupted += 1 }
      #expect(ending.status == 128 + SIGKILL || ending.status == 0, "kill \(kill): \(ending.complaint)")
    }
    return interrupted
  }

  private func checkOutcomes(_ year: YearEndStore) throws {
    let reader = try Connection(path: year.folder.database, mode: .reader)
    let rows = try reader.privileged("SELECT agreement, kind, successor FROM healthbases_outcome ORDER BY agreement").all()
    #expect(rows.compactMap { $0[0].integer } == (1...Int64(count)).map { $0 })
    let kinds = (0..<count).map { YearEndStore.Fate.of($0).outcome }
    #expect(rows.compactMap { $0[1].string } == kinds)
    let successors = try reader.privileged("SELECT previous FROM healthbases_agreement WHERE previous IS NOT NULL ORDER BY 1").all()
    let renewed = zip(1..., kinds).filter { $0.1 == "renewed" }.map { Int64($0.0) }
    #expect(successors.compactMap { $0[0].integer } == renewed)
    #expect(rows.filter { !$0[2].isNull }.count == renewed.count)
    let open = try reader.privileged("SELECT count(*) FROM healthbases_agreement WHERE id <= ? AND state <> 'ended'")
      .bind([.int(Int64(count))]).first()
    #expect(open == .int(0))
  }

  /// Without what a preview cannot know, and without the counts of a night that was finished by its last run.
  private static func withoutState(_ line: Substring) -> String {
    guard let entry = try? JSONReader.read(Array(line.utf8)) else { return String(line) }
    let unknown = entry["act"] == "nightly.done" ? ["state", "after"] : ["state"]
    return JSONWriter.text(.object(entry.members.filter { !unknown.contains($0.name) }))
  }
}
