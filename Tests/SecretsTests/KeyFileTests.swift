import Foundation
import Secrets
import Testing

final class KeyFileTests {
  private let folder: String
  private var path: String { folder + "/master.key" }

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("hamyar-keys-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  private func setMode(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func `A key comes back from its file, which only the owner may read`() throws {
    let key = try SecretKey.random()
    try KeyFile.create(path, holding: key)
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder) == 0o700)
    #expect(try KeyFile.read(path).withBytes { Array($0) } == key.withBytes { Array($0) })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["master.key"])
  }

  @Test func `A key that is there is never overwritten`() throws {
    let key = try SecretKey.random()
    try KeyFile.create(path, holding: key)
    #expect(throws: KeyFileFault.exists(path: path)) { try KeyFile.create(path, holding: .random()) }
    #expect(try KeyFile.read(path).withBytes { Array($0) } == key.withBytes { Array($0) })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["master.key"])
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o602])
  func `A file that others have rights on is refused`(mode: Int) throws {
    try KeyFile.create(path, holding: .random())
    try setMode(mode, path)
    #expect(throws: KeyFileFault.tooOpen(path: path, mode: String(mode, radix: 8))) { try KeyFile.read(path) }
  }

  @Test func `A folder that others have rights on is refused for reading and writing`() throws {
    try KeyFile.create(path, holding: .random())
    try setMode(0o755, folder)
    #expect(throws: KeyFileFault.tooOpen(path: folder, mode: "755")) { try KeyFile.read(path) }
    #expect(throws: KeyFileFault.tooOpen(path: folder, mode: "755")) {
      try KeyFile.create(folder + "/other.key", holding: .random())
    }
  }

  @Test func `A missing file is named`() throws {
    try KeyFile.create(path, holding: .random())
    let missing = folder + "/nothing.key"
    let fault = #expect(throws: KeyFileFault.self) { try KeyFile.read(missing) }
    #expect(fault == .missing(path: missing))
    #expect(fault?.fa.contains(missing) == true)
    #expect(fault?.en.contains(missing) == true)
  }

  @Test func `A link in the place of the file is refused`() throws {
    try KeyFile.create(path, holding: .random())
    let link = folder + "/link.key"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(throws: KeyFileFault.notPlain(path: link)) { try KeyFile.read(link) }
  }

  static let hex = String(repeating: "0a", count: 32)

  @Test(arguments: [
    "", "\n", hex, hex + "\n\n", hex + "00\n", String(hex.dropLast()) + "\n", String(hex.dropLast()) + "g\n",
    String(hex.dropLast(2)) + "\n", hex + " \n", " " + hex, String(repeating: "a", count: 100_000),
  ])
  func `Anything but one whole line is refused`(content: String) throws {
    try KeyFile.create(path, holding: .random())
    try content.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: KeyFileFault.malformed(path: path)) { try KeyFile.read(path) }
  }
}
