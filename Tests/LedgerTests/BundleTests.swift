import Foundation
import Ledger
import Secrets
import Store
import Testing
import Values

@Suite struct BundleTests {
  private func written(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  @Test func `a bundle holds entries, tiles, checkpoints and keys, each in the signed list`() throws {
    let bench = try LedgerBench()
    try bench.group { for number in 0..<300 { _ = try bench.append(LedgerBench.draft(number)) } }
    try bench.fill(4, from: 300)
    let path = bench.folder.path + "/bundle"
    let key = try #require(NoteKey(name: LedgerBench.name, kind: .log, key: bench.signing.verifyingKey))
    let signer = FileSigner(bench.signing, keyID: key.id)
    let outcome = try AuditBundle.write(to: path, signer: signer, on: bench.connection)
    let names = try written(path)
    #expect(outcome == (304, names.count))
    let tiles = ["tile/0/000", "tile/0/001.p/48", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/48"]
    #expect(names.filter { $0.hasPrefix("tile/") } == tiles)
    for name in ["README", "checkpoint", "entries.jsonl", "keys.txt", "log.pem", "log.pub", "SHA256SUMS.minisig", "SHA256SUMS.sig"] {
      #expect(names.contains(name))
    }
    let sums = try String(contentsOfFile: path + "/SHA256SUMS", encoding: .utf8).split(separator: "\n")
    #expect(sums.count == names.count - 3)
    for line in sums {
      let parts = line.components(separatedBy: "  ")
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + parts[1])))
      #expect(Hex.encode(Digest.sha256(bytes)) == parts[0], "\(parts[1])")
    }
    let lines = try String(contentsOfFile: path + "/entries.jsonl", encoding: .utf8).split(separator: "\n")
    let tree = GrownTree(lines.map { Array($0.utf8) })
    let note = try SignedNote(parsing: Array(Data(contentsOf: URL(fileURLWithPath: path + "/checkpoint"))))
    #expect(Checkpoint(note.text) == Checkpoint(origin: LedgerBench.name, size: 304, root: tree.range.root))
    let tile = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/tile/0/001.p/48")))
    #expect(tile == tree.leaves[256...].flatMap(\.bytes))
  }

  @Test func `what does not fit its head is not handed out, and nothing is written over`() throws {
    let bench = try LedgerBench()
    let path = bench.folder.path + "/bundle"
    #expect(throws: LedgerFault.self) { try AuditBundle.write(to: path, signer: nil, on: bench.connection) }
    try bench.fill(3)
    _ = try AuditBundle.write(to: path, signer: nil, on: bench.connection)
    #expect(throws: StoreFault.self) { try AuditBundle.write(to: path, signer: nil, on: bench.connection) }
    try bench.connection.execute("DROP TRIGGER audit_entry_update")
    try bench.connection.execute("UPDATE audit_entry SET leaf = CAST(replace(leaf, 'edit', 'edib') AS BLOB) WHERE id = 1")
    #expect(throws: LedgerFault.self) { try AuditBundle.write(to: path + "2", signer: nil, on: bench.connection) }
  }
}
