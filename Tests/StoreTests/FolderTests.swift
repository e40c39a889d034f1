import Foundation
import Store
import Testing
import Values

@Suite struct `The folder of a store` {
  private let bench: StoreBench

  init() throws { bench = try StoreBench() }

  @Test func `a second holder of the lock is refused and told who has it`() throws {
    let lock = try StoreLock(bench.folder)
    lock.describe("pid 7, http://127.0.0.1:8080")
    let fault = #expect(throws: StoreFault.self) { try StoreLock(bench.folder) }
    #expect(fault?.kind == .locked)
    #expect(fault?.texts.en.contains("127.0.0.1:8080") == true)
    lock.describe("short")
    #expect(StoreLock.holder(of: bench.folder) == "short")
  }

  @Test func `another process is refused as well`() throws {
    func ask() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
      process.arguments = ["-n", bench.folder.lock, "/bin/true"]
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    var lock: StoreLock? = try StoreLock(bench.folder)
    #expect(lock != nil)
    #expect(try ask() == 1)
    lock = nil
    #expect(try ask() == 0)
  }

  @Test func `nobody holds a lock that nobody took`() {
    #expect(StoreLock.holder(of: bench.folder) == "")
  }

  @Test func `the folder is for its owner only`() throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.folder.path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    try bench.folder.create()
    #expect(throws: StoreFault.self) { try StoreFolder(bench.path("no/such/parent")).create() }
  }

  @Test func `small files are private, never replaced, and bounded when read`() throws {
    let path = bench.path("note")
    try PlainFile.create(path, text: "سلام")
    #expect(try PlainFile.read(path) == "سلام")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(throws: StoreFault.self) { try PlainFile.create(path, text: "other") }
    #expect(throws: StoreFault.self) { try PlainFile.read(path, limit: 7) }
    #expect(throws: StoreFault.self) { try PlainFile.read(bench.path("missing")) }
  }

  @Test func `a file is known by its identity, not by its name`() throws {
    let path = bench.path("one")
    try PlainFile.create(path, text: "a")
    let first = FileIdentity(path)
    #expect(first != nil && FileIdentity(path) == first)
    try FileManager.default.moveItem(atPath: path, toPath: bench.path("old"))
    #expect(FileIdentity(path) == nil)
    try PlainFile.create(path, text: "a")
    #expect(FileIdentity(path) != first)
  }
}
