import Foundation
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// A store comes into being whole or not at all.
@Suite struct OpeningStory {
  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `an installation that is killed leaves no store, and the next one makes it`() throws {
    let program = try #require(Place.program)
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    var dice = Dice(seed: 27)
    var cut = 0
    let words = ["--config", Place.config, "--environment", "training"]
    for number in 1...12 {
      let folder = StoreFolder(place + "/store-\(number)")
      let running = try Spawned(program, ["init", "--store", folder.path] + words, in: place)
      usleep(UInt32(dice.number(1_000...250_000)))
      running.kill()
      let isCut = try running.wait().status != 0
      if !folder.exists {
        let again = try Spawned.run(program, ["init", "--store", folder.path] + words, in: place)
        if again.status != 0 {
          #expect(again.status == 2 && again.complaint.contains(folder.keys), "\(again)")
          continue
        }
        cut += isCut ? 1 : 0
        #expect(again.output.contains("one-time secret: "))
      }
      try expectWhole(folder)
    }
    #expect(cut > 0, "no kill came in time")
  }

  private func expectWhole(_ folder: StoreFolder) throws {
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("unfinished") == false)
    #expect(folder.environment == .training)
    let runtime = try Runtime(folder: folder, registry: Registry(InstalledModules.all))
    defer { runtime.close() }
    let installer = try Caller(runtime, principal: .installer, channel: "story")
    let me = try installer.rows("accounts.staff")
    #expect(me.map { $0["userName"] } == ["admin"])
    #expect(try installer.rows("regions.populations").count >= 31)
    let connection = try Connection(path: folder.database, mode: .reader)
    #expect(try connection.privileged("SELECT role FROM accounts_post").all() == [[.text("national.admin")]])
  }

  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `a demo life is not lived over what lies in a folder`() throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let kept = place + "/letters/one.txt"
    try FileManager.default.createDirectory(atPath: place + "/letters", withIntermediateDirectories: false)
    try Data("dear".utf8).write(to: URL(filePath: kept))
    for folder in [place + "/letters", kept] {
      let ending = try Spawned.run(
        try #require(Place.program), ["demo", "--store", folder, "--config", Place.config], in: place)
      #expect(ending.status == 2 && ending.complaint.contains(folder), "\(ending)")
      #expect(FileManager.default.fileExists(atPath: kept))
    }
  }

  @Test(
    .enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"),
    arguments: ["0.0.0.0:0", ":::0", "192.0.2.1:0", "127.example.org:0", "::ffff:192.0.2.1:0", "example.org:0"])
  func `beyond loopback it does not serve without a TLS proxy in front`(listen: String) throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let ending = try Spawned.run(try #require(Place.program), ["serve", "--store", place + "/store", "--listen", listen], in: place)
    #expect(ending.status == 2 && ending.complaint.contains("--behind-tls-proxy"), "\(ending)")
  }

  @Test(
    .enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"),
    arguments: [
      (["serve", "--listen", "0.0.0.0:0", "--behind-tls-proxy"], "--proxy"),
      (["console", "--server", "192.0.2.1:80", "-c", "tasks"], "ssh -N -L"),
      (["config", "plan", "--server", "http://example.org:80", "--as", "admin"], "stunnel"),
    ])
  func `behind a proxy its address is wanted, and no password leaves the machine in clear`(words: [String], advice: String) throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let config = words.first == "config" ? ["--config", Place.config] : []
    let ending = try Spawned.run(try #require(Place.program), words + config + ["--store", place + "/store"], in: place)
    #expect(ending.status == 2 && ending.complaint.contains(advice), "\(ending)")
  }

  @Test func `keys without a database are touched by nobody`() throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let folder = StoreFolder(place + "/store")
    try StoreLocator.create(folder, config: nil).runtime.close()
    try FileManager.default.moveItem(atPath: folder.database, toPath: place + "/aside.db")
    let key = FileManager.default.contents(atPath: folder.keys + "/master.key")
    let fault = #expect(throws: UsageFault.self) { try StoreLocator.create(folder, config: nil) }
    #expect(fault?.texts.en.contains(folder.keys) == true)
    #expect(FileManager.default.contents(atPath: folder.keys + "/master.key") == key && !folder.exists)
  }

  @Test func `closing a store lets the next one in, although somebody still holds the object`() throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let folder = StoreFolder(place + "/store")
    let (first, _) = try StoreLocator.create(folder, config: nil)
    #expect(throws: StoreFault.self) { try Runtime(folder: folder, registry: first.registry) }
    first.close()
    let second = try Runtime(folder: folder, registry: first.registry)
    first.close()
    first.announce("nothing of it")
    #expect(throws: StoreFault.self) { try Runtime(folder: folder, registry: first.registry) }
    #expect(StoreLock.holder(of: folder).hasPrefix("pid "))
    second.close()
  }

  @Test(arguments: ["master.key", "audit.key"], ["missing", "cut", "open", "other"])
  func `a key that is not right is named, and nothing is opened`(name: String, fault: String) throws {
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    let folder = StoreFolder(place + "/store")
    let (first, _) = try StoreLocator.create(folder, config: nil)
    first.close()
    let path = folder.keys + "/" + name
    let files = FileManager.default
    switch fault {
    case "missing": try files.removeItem(atPath: path)
    case "cut": try String(repeating: "ab", count: 20).write(toFile: path, atomically: false, encoding: .utf8)
    case "open": try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    default: try (String(repeating: "ab", count: 32) + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }
    let before = files.contents(atPath: folder.database)
    let thrown = #expect(throws: (any Error).self) { try Runtime(folder: folder, registry: first.registry) }
    #expect("\(thrown.map { "\($0)" } ?? "")".contains(name), "\(String(describing: thrown))")
    #expect(files.contents(atPath: folder.database) == before)
    // Whoever only reads is told the same; a wrong audit key signs nothing there.
    if fault != "other" || name == "master.key" {
      #expect(throws: (any Error).self) { try Runtime(reading: folder, registry: first.registry) }
    }
  }
}
