import Contracts
@testable import Documents
import Foundation
import Jalali
@testable import Regions
import Engine
import Feature
import Secrets
import Store
import TestKit
import Testing
import Values

@Suite struct `Documents` {
  let store: TestStore
  let clerk = Principal.test(.countyOfficer, in: "IR-27", number: 2)
  let officer = Principal.test(.ngoOfficer, in: "IR-27", number: 3)
  let kurdistan = Principal.test(.ngoOfficer, in: "IR-12", number: 4)
  let facilitator = Principal.test(.facilitator, in: "IR-27", number: 5)
  let pdf = Array("%PDF-1.7 اساسنامهٔ مؤسسه".utf8)

  init() throws {
    store = try TestStore([RegionsModule.self, DocumentsModule.self, TestConfiguration.self])
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]),
      as: .test(.preventionOfficer, in: "IR-27", number: 9))
  }

  private func input(_ changes: KeyValuePairs<String, Value> = [:]) -> Value {
    let base = Value.record([
      "object": "NB-27-1405-0001", "kind": "statute", "title": "اساسنامه", "fileName": "statute.pdf",
      "content": .text(Base64.standard(pdf)), "issued": "1404/12/01", "validUntil": "1406/12/01",
    ])
    let kept = base.members.filter { member in !changes.contains { $0.key == member.name } }
    return .object(kept + changes.map { Value.Member($0.key, $0.value) })
  }

  @discardableResult
  private func file(_ changes: KeyValuePairs<String, Value> = [:], as principal: Principal? = nil) throws -> Value {
    try store.run("documents.file", input(changes), as: principal ?? clerk)
  }

  private func step(_ verb: String, _ id: Int64, as principal: Principal, _ more: KeyValuePairs<String, Value> = [:]) throws
    -> Value
  {
    let fields = [Value.Member("document", .int(id))] + more.map { Value.Member($0.key, $0.value) }
    return try store.run("documents.\(verb)", .object(fields), as: principal)
  }

  private func facts() throws -> [String] {
    try store.snapshot(as: clerk) { try $0.documents(of: "regions.neighbourhood/1").map { "\($0.kind):\($0.isSighted)" } }
  }

  @Test func `a filed document carries digest, size and type, and takes its place from its object`() throws {
    let row = try file()
    #expect(row["code"] == "DC-27-1405-0001")
    #expect(row["object"] == "regions.neighbourhood/1")
    #expect(row["province"] == "IR-27")
    #expect(row["mediaType"] == "pdf")
    #expect(row["size"] == .int(Int64(pdf.count)))
    #expect(row["sha256"] == .text(Hex.encode(Digest.sha256(pdf))))
    let content = try store.ask("documents.content", .record(["document": "DC-27-1405-0001"]), as: officer)
    #expect(content["content"] == .text(Base64.standard(pdf)))
    #expect(try facts() == ["statute:false"])
  }

  @Test func `the same bytes are kept once, and sealed`() throws {
    try file()
    let again = try file(["title": "نسخهٔ دوم"])
    #expect(again["content"] == 1 && again["id"] == 2)
    let kept = try [store.path.database, store.path.database + "-wal"].map {
      try #require(FileManager.default.contents(atPath: $0))
    }
    #expect(kept.allSatisfy { $0.range(of: Data(pdf)) == nil && $0.range(of: Data(Base64.standard(pdf).utf8)) == nil })
  }

  @Test func `another province finds neither the document nor its object`() throws {
    try file()
    for query in ["documents.show", "documents.content"] {
      let refusal = #expect(throws: Refusal.self) { try store.ask(query, .record(["document": 1]), as: kurdistan) }
      #expect(refusal?.kind == .notFound)
    }
    #expect(try store.ask("documents.list", as: kurdistan)["items"] == .list([]))
    let object = #expect(throws: Refusal.self) { try file(as: kurdistan) }
    #expect(object?.kind == .notFound)
    let verify = #expect(throws: Refusal.self) { try step("verify", 1, as: kurdistan) }
    #expect(verify?.kind == .notFound)
  }

  @Test func `a name that is no object is refused`() throws {
    for name in ["چیزی", "regions.neighbourhood/0", "regions.neighbourhood/01", "nothing.here/1", "XX-27-1405-0001"] {
      let refusal = #expect(throws: Refusal.self) { try file(["object": .text(name)]) }
      #expect(refusal?.codes == ["object.unreadable"])
    }
    let missing = #expect(throws: Refusal.self) { try file(["object": "regions.neighbourhood/7"]) }
    #expect(missing?.kind == .notFound)
  }

  @Test func `a file is what its first bytes say`() throws {
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
    #expect(try file(["content": .text(Base64.standard(png)), "fileName": "a.PNG"])["mediaType"] == "png")
    #expect(
      try file(["content": .text(Base64.standard([0xFF, 0xD8, 0xFF, 0xE0])), "fileName": "a.jpg"])["mediaType"]
        == "jpeg")
    #expect(
      try file(["content": .text(Base64.standard(Array("متن\n".utf8))), "fileName": "a.txt"])["mediaType"] == "text")
    let wrong = #expect(throws: Refusal.self) { try file(["content": .text(Base64.standard(png))]) }
    #expect(wrong?.codes == ["documents.name-disagrees"])
    for bytes in [[0x4D, 0x5A, 0, 1], [], [0xC3, 0x28]] as [[UInt8]] {
      let unknown = #expect(throws: Refusal.self) { try file(["content": .text(Base64.standard(bytes))]) }
      #expect(unknown?.codes == ["documents.type"])
    }
    let garbled = #expect(throws: Refusal.self) { try file(["content": "%%%"]) }
    #expect(garbled?.codes == ["documents.base64"])
  }

  @Test func `dates, names, kinds and titles that cannot be are refused`() throws {
    let dates = #expect(throws: Refusal.self) { try file(["issued": "1405/03/01", "validUntil": "1405/02/20"]) }
    #expect(dates?.codes == ["documents.issued-later", "documents.ends-before-it-begins"])
    for name in ["../x.pdf", "a\u{202E}fdp.pdf", "", ".pdf", "a\nb.pdf", #"a"b.pdf"#] {
      let refusal = #expect(throws: Refusal.self) { try file(["fileName": .text(name)]) }
      #expect(refusal?.codes == ["documents.file-name"])
    }
    let kind = #expect(throws: Refusal.self) { try file(["kind": "اساسنامه"]) }
    #expect(kind?.codes == ["documents.kind"])
    let title = #expect(throws: Refusal.self) { try file(["title": "  "]) }
    #expect(title?.codes == ["documents.title"])
  }

  @Test func `a mebibyte comes back as it went in`() throws {
    let large = Base64.standard(pdf + [UInt8](repeating: 0x20, count: 1 << 20))
    try file(["content": .text(large)])
    #expect(try store.ask("documents.content", .record(["document": 1]), as: officer)["content"] == .text(large))
  }

  @Test func `sixteen mebibytes are accepted and one byte more is not`() throws {
    let parameters = DocumentForm.Parameters(largestBytes: 16 << 20, types: MediaType.allCases, oldestYears: 120, validYears: 50)
    func codes(_ size: Int) throws -> [String] {
      DocumentForm.codes(
        .init(size: size, type: .pdf, nameAgrees: true), under: parameters, on: try JalaliDay(1405, 2, 1)
      )
    }
    #expect(try codes(16 << 20) == [])
    #expect(try codes((16 << 20) + 1) == ["documents.too-large"])
    let text = { String(repeating: "A", count: $0) }
    #expect(throws: FieldFault.self) { try FileContent(value: .text(text(22_369_632))) }
    #expect(try FileContent(value: .text(text(22_369_624))).base64.utf8.count == 22_369_624)
  }

  @Test func `no paper is older than anybody or good for longer than a life's work`() throws {
    func codes(_ issued: Int, _ end: Int) throws -> [String] {
      DocumentForm.codes(
        .init(size: 9, type: .pdf, nameAgrees: true, issued: try JalaliDay(issued, 1, 1), validUntil: try JalaliDay(end, 1, 1)),
        under: .init(largestBytes: 65_536, types: [.pdf], oldestYears: 120, validYears: 50), on: try JalaliDay(1405, 2, 1))
    }
    #expect(try codes(1285, 1455) == [])
    #expect(try codes(1284, 1456) == ["documents.issued-long-ago", "documents.valid-too-long"])
  }

  @Test func `sighted, then verified by fresh eyes`() throws {
    try file()
    let early = #expect(throws: Refusal.self) { try step("verify", 1, as: officer) }
    #expect(early?.codes == ["documents.not-sighted"])
    #expect(early?.rule?["id"] == "documents.document-step")
    #expect(try step("sight", 1, as: clerk)["sightedBy"] == "u2")
    #expect(try facts() == ["statute:true"])
    let same = #expect(throws: Refusal.self) { try step("verify", 1, as: clerk) }
    #expect(same?.codes == ["registry.same-hands"])
    #expect(try step("verify", 1, as: officer)["state"] == "verified")
    let twice = #expect(throws: Refusal.self) { try step("verify", 1, as: officer) }
    #expect(twice?.codes == ["documents.not-now"])
    let rejected = #expect(throws: Refusal.self) { try step("reject", 1, as: officer, ["reason": "-"]) }
    #expect(rejected?.codes == ["documents.not-now"])
  }

  @Test func `a rejected document keeps the reason and is no longer counted`() throws {
    try file()
    #expect(try step("reject", 1, as: officer, ["reason": "مهر ندارد"])["state"] == "rejected")
    #expect(try facts() == [])
    let sight = #expect(throws: Refusal.self) { try step("sight", 1, as: clerk) }
    #expect(sight?.codes == ["documents.not-now"])
    #expect(try store.ask("documents.list", .record(["state": "rejected"]), as: clerk)["items"]?.items.count == 1)
  }

  @Test func `a newer paper of the same kind takes the place of an older one`() throws {
    try file()
    try file(["title": "نسخهٔ دوم"])
    try file(["kind": "minutes", "title": "صورتجلسه"])
    for wrong in [1, 3] as [Value] {
      let refusal = #expect(throws: Refusal.self) { try step("supersede", 1, as: clerk, ["by": wrong, "reason": "-"]) }
      #expect(refusal?.codes == ["documents.other-object"])
    }
    #expect(try step("supersede", 1, as: clerk, ["by": 2, "reason": "اصلاحیه"])["supersededBy"] == 2)
    #expect(try facts() == ["statute:false", "minutes:false"])
    let back = #expect(throws: Refusal.self) { try step("supersede", 1, as: clerk, ["by": 2, "reason": "-"]) }
    #expect(back?.codes == ["documents.not-now"])
  }

  @Test func `a facilitator files for nothing that is not assigned to them, and neither sights, verifies nor reads the papers`() throws {
    try file()
    #expect(#expect(throws: Refusal.self) { try file(as: facilitator) }?.kind == .notFound)
    for verb in ["sight", "verify"] {
      let refusal = #expect(throws: Refusal.self) { try step(verb, 1, as: facilitator) }
      #expect(refusal?.kind == .forbidden)
    }
    let content = #expect(throws: Refusal.self) {
      try store.ask("documents.content", .record(["document": 1]), as: facilitator)
    }
    #expect(content?.kind == .forbidden)
    let auditor = #expect(throws: Refusal.self) { try file(as: .test(.auditor, in: nil, number: 7)) }
    #expect(auditor?.kind == .forbidden)
  }
}
