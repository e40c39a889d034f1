import Foundation
import Ledger
import Engine
import Feature
import Secrets
import Store
import TestKit
import Testing
import Values

@Suite struct `A store is admitted` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  private let copy: StoreFolder

  init() throws {
    bench = try Bench()
    copy = StoreFolder(bench.folder.path + "-copy")
  }

  /// Closes the store and goes on with a copy of it, which nobody holds.
  private func leave() throws {
    bench.runtime.close()
    try FileManager.default.copyItem(atPath: bench.folder.path, toPath: copy.path)
  }

  @discardableResult
  private func make(_ name: Value, key: String? = nil) throws -> ActionResult {
    try bench.run("shop.make", ["province": "IR-27", "name": name, "weight": 5], as: maker, key: key)
  }

  private func fault(_ acceptsMissingMark: Bool = false) -> StoreFault? {
    do {
      try Runtime(folder: copy, registry: bench.registry, acceptsMissingMark: acceptsMissingMark).close()
      return nil
    } catch { return error as? StoreFault ?? StoreFault(.sql, Texts("\(error)", "\(error)")) }
  }

  @Test func `not without the ledger's mark, unless somebody says so`() throws {
    try make("چکش")
    try leave()
    #expect(fault() == nil)
    try FileManager.default.removeItem(atPath: copy.highWaterMark)
    let missing = fault()
    #expect(missing?.kind == .unmarked && missing?.texts.en.contains("audit.hwm") == true)
    #expect(fault(true) == nil)
    #expect(fault() == nil, "the mark was published anew")
  }

  @Test func `an empty ledger needs no mark`() throws {
    try leave()
    #expect(fault() == nil)
  }

  @Test(arguments: ["", "no note\n", "a\n1\nAAAA\n\n— a AAAA\n"]) func `not with a mark that is none`(text: String) throws {
    try make("چکش")
    try leave()
    try Data(text.utf8).write(to: URL(filePath: copy.highWaterMark))
    let bad = fault()
    #expect(bad?.kind == .unmarked && bad?.texts.en.contains("audit.hwm") == true)
  }

  @Test func `not with another master key, for writing or for reading`() throws {
    try make("چکش")
    try leave()
    let path = copy.keys + "/master.key"
    try FileManager.default.removeItem(atPath: path)
    try KeyFile.create(path, holding: .random())
    #expect(fault()?.kind == .wrongKey)
    let reading = #expect(throws: StoreFault.self) { try Runtime(reading: copy, registry: bench.registry) }
    #expect(reading?.kind == .wrongKey && reading?.texts.en.contains("master.key") == true)
  }

  @Test func `not when the database is an empty file`() throws {
    try leave()
    try FileManager.default.removeItem(atPath: copy.database)
    try PlainFile.create(copy.database, text: "")
    #expect(fault()?.kind == .corrupt)
    #expect(try FileManager.default.attributesOfItem(atPath: copy.database)[.size] as? Int == 0)
  }

  @Test func `again after a COMMIT that nobody knows of, and the key makes one effect of both tries`() throws {
    try make("یک")
    breakWriting(to: bench.folder.database + "-wal")
    let unknown = #expect(throws: CallFault.self) { try make("دو", key: "k") }
    guard case .commit(let fault, outcomeUnknown: true)? = unknown else { return #expect(Bool(false), "\(String(describing: unknown))") }
    #expect(fault.kind == .io)
    try make("دو", key: "k")
    try make("سه")
    #expect(try bench.count("shop_tool") == 3)
    #expect(try bench.entries().map { $0["seq"] } == [0, 1, 2])
    bench.runtime.close()
    let mark = try Anchor(parsing: PlainFile.read(bench.folder.highWaterMark), source: "mark")
    let report = try LedgerVerifier.verify(
      on: Connection(path: bench.folder.database, mode: .reader), key: nil, keyName: "", tables: [], anchors: [mark])
    #expect(report.conclusion == .proven, "\(report.faults)")
  }
}
