import Foundation
import Glibc
import Host
import Jalali
import Ledger
import Engine
import Feature
import Store
import Values

/// A store in a temporary folder, opened with the house's modules and the one that seeds.
final class BenchStore {
  let folder: StoreFolder
  private(set) var token = ""
  /// With which `bench` signs in.
  private(set) var password = ""
  private let path: String
  private var opened: (runtime: Runtime, reader: ReadSession)?
  private var count = 0

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hamyar-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    folder = StoreFolder(path + "/store")
    let config = FileManager.default.fileExists(atPath: "Config/national.json5") ? try ConfigFiles(folder: "Config") : nil
    try StoreLocator.create(folder, config: config).runtime.close()
    try perform("regions.add-neighbourhood", .record(["province": "IR-27", "name": "محلهٔ سنجش", "setting": "urban"]))
    try signIn()
  }

  deinit {
    opened?.runtime.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The open store; opened again after it was lent.
  func house() throws -> (runtime: Runtime, reader: ReadSession) {
    if let opened { return opened }
    let runtime = try Runtime(folder: folder, registry: Registry(InstalledModules.all + [SeedModule.self]))
    let fresh = (runtime, try runtime.openReader())
    opened = fresh
    return fresh
  }

  /// Lets another process serve the store meanwhile.
  func lend(_ body: () throws -> Void) throws {
    opened?.runtime.close()
    opened = nil
    try body()
  }

  private func signIn() throws {
    let staff = try perform(
      "accounts.create-staff", .record(["userName": "bench", "fullName": "کارشناس سنجش", "province": "IR-27"]))
    try perform(
      "accounts.assign-post",
      .record(["staff": staff["id"] ?? .null, "role": "prevention.officer", "province": "IR-27"]))
    password = try house().runtime.changeSecret(
      staff["oneTimeSecret"]?.string ?? "", of: staff["id"]?.integer ?? 0, channel: "cli")
    let opened = try perform("accounts.login", .record(["user": "bench", "password": .text(password)]), as: .nobody)
    token = opened["token"]?.string ?? ""
  }

  func command(_ id: String) throws -> Command {
    guard let command = try house().runtime.registry.command(id) else { throw Complaint("There is no command \(id)") }
    return command
  }

  func context(_ principal: Principal = .installer) -> CallContext {
    count += 1
    return CallContext(
      principal: principal, origin: LedgerOrigin(channel: "cli", host: "", session: ""), request: "bench-\(count)")
  }

  @discardableResult
  func perform(_ id: String, _ input: Value, as principal: Principal = .installer) throws -> Value {
    let command = try command(id)
    let input = try Field.conform(input, to: command.fields, mode: .typed)
    let (runtime, reader) = try house()
    guard command.kind == .action else { return try runtime.answer(command, input, context(principal), reader: reader) }
    return try runtime.perform(command, input, context(principal), reader: reader).value
  }

  /// Seeds `count` rows in portions.
  func seed(_ id: String, _ count: Int, from start: Int = 0) throws {
    for first in stride(from: start, to: start + count, by: 500) {
      let size = min(500, start + count - first)
      try perform(id, .record(["first": .int(Int64(first)), "count": .int(Int64(size))]))
    }
  }

  /// Sends `count` actions without waiting for each answer, as many connections would.
  func pour(_ id: String, count: Int, width: Int = 64, _ input: () -> Value) throws {
    let command = try command(id)
    let (runtime, reader) = try house()
    let room = Semaphore()
    for _ in 0..<width { room.signal() }
    for _ in 0..<count {
      let input = try Field.conform(input(), to: command.fields, mode: .typed)
      room.wait()
      runtime.submit(command, input, context(), reader: reader) { _ in room.signal() }
    }
    for _ in 0..<width { room.wait() }
  }
}
