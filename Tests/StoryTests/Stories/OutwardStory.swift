import Foundation
import Glibc
import Engine
import Feature
import Store
import TestKit
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
    try Place.copyStore(world.both.runtime.folder.path, to: place + "/store")
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

  @Test func `an export for Excel begins with the mark of UTF-8`() throws {
    let place = try store()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let words = try ["export", "groups.groups", "--store", place + "/store", "--as", user, "--password-file", secretFile(in: place)]
    let program = try #require(Place.program)
    let plain = try Spawned.run(program, words, in: place)
    let marked = try Spawned.run(program, words + ["--csv", "--bom"], in: place)
    #expect(plain.status == 0 && marked.status == 0 && plain.output.hasPrefix("id,code,"))
    #expect(Array(marked.output.utf8) == [0xEF, 0xBB, 0xBF] + Array(plain.output.utf8))
    #expect(try Spawned.run(program, words + ["--json", "--bom"], in: place).status == 2)
  }

  /// One is asked to end while it waits for its reader, the other's reader goes away.
  @Test(.timeLimit(.minutes(2)), arguments: [SIGTERM, SIGINT, SIGPIPE])
  func `an export that is stopped half way says how far it came, and so does the ledger`(signal: Int32) throws {
    let place = try store()
    defer { try? FileManager.default.removeItem(atPath: place) }
    // A pipe of a page (F_SETPIPE_SZ, which Glibc does not show), so that a longer list waits for whoever reads it.
    let pipe = place + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    let size = fcntl(reader, 1_031, 4_096)
    try #require(size == 4_096)
    let words = try ["--store", place + "/store", "--as", user, "--password-file", secretFile(in: place)]
    let shell = ["-c", "exec \"$0\" export regions.populations --json \"$@\" > \(pipe)", try #require(Place.program)] + words
    let export = try Spawned("/bin/sh", shell, in: place)
    var waiting: Int32 = 0
    for _ in 0..<1_000 where waiting < 4_096 {
      _ = ioctl(reader, UInt(FIONREAD), &waiting)
      usleep(10_000)
    }
    try #require(waiting == 4_096, "the list is longer than a page of the pipe")
    var read = [UInt8](repeating: 0, count: 4_096)
    if signal == SIGPIPE {
      close(reader)
    } else {
      Glibc.kill(export.process, signal)
    }
    let ending = try export.wait()
    if signal != SIGPIPE {
      let count = Glibc.read(reader, &read, read.count)
      close(reader)
      #expect(read.prefix(count).starts(with: Array("{\"id\":".utf8)))
    }
    let row = try #require(ending.complaint.firstMatch(of: /stopped at row (\d+);/)?.1)
    #expect(ending.status == 1 && ending.complaint.contains("Broken pipe") == (signal == SIGPIPE), "\(ending)")
    let entry = try #require(StoreFolder(place + "/store").entries().last)
    #expect(entry["act"] == "regions.populations" && JSONWriter.text(entry).contains("\"rows\":\(row)"), "\(entry)")
    if signal != SIGPIPE { #expect(Int(row) == read.count { $0 == 10 } + 1, "whole rows, and one in part") }
  }

  /// A folder with a copy of the walked store.
  private func store() throws -> String {
    let world = try TwoProvinces.shared.get()
    let place = try Place.folder()
    try Place.copyStore(world.both.runtime.folder.path, to: place + "/store")
    return place
  }

  @Test func `an export beside a running server goes through it, and is the same`() throws {
    let world = try TwoProvinces.shared.get()
    let served = try ServedStore(StoryStore(copying: world.both))
    let place = served.store.place
    let secret = try secretFile(in: place)
    let words = ["export", "groups.groups", "--as", user, "--password-file", secret, "--json"]
    let program = try #require(Place.program)
    let through = try Spawned.run(program, words + ["--server", "127.0.0.1:\(served.port)"], in: place)
    #expect(through.status == 0, "\(through.complaint)")
    #expect(through.output.split(separator: "\n").count == world.own["groups.group"]?.count)
    let list = place + "/groups.csv"
    let console = try Spawned.run(
      program,
      [
        "console", "--server", "127.0.0.1:\(served.port)", "--as", user, "--password-file", secret, "-c",
        "export groups list \(list)",
      ], in: place)
    #expect(console.status == 0, "\(console.complaint)")
    let rows = try String(contentsOfFile: list, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.count == (world.own["groups.group"]?.count ?? 0) + 1 && rows[0].hasPrefix("id,code,"))
    let taken = try served.store.runtime.folder.entries().filter { $0["act"] == "groups.groups" }
    #expect(taken.count == 2)
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
