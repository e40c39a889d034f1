import Secrets
import Testing

@testable import Ledger

/// What verification takes for an entry, member by member.
@Suite struct LeafReaderTests {
  private static let zeros = String(repeating: "0", count: 64)
  private static let members: [(name: String, value: String)] = [
    ("act", #""privacy.erase""#), ("actor", #"{"id":"u\"1","kind":"user","role":"expert"}"#),
    ("after", #"{"mobile":{"c":"\#(zeros)"},"subject":"00ff"}"#), ("at", #""2026-03-21T08:00:00.000000Z""#),
    ("before", #"{"b":{"c":1},"c":{"c":"x","d":1},"name":{"c":"short"}}"#), ("cause", "3"), ("epoch", "1"),
    ("mod", #""people""#), ("obj", #""people.person/-12""#), ("origin", #"{"chan":"http","host":"","sess":"s"}"#),
    ("out", #""ok""#), ("prev", #""\#(zeros)""#), ("prov", #""27""#), ("req", #""r""#), ("rev", "1"), ("rules", #"[{"id":"x"}]"#),
    ("seq", "7"), ("state", #""\#(zeros)""#), ("subj", #""000102030405060708090a0b0c0d0e0f""#), ("v", "1"),
    ("why", #"{"code":"x","text":{"c":"\#(zeros)"}}"#),
  ]
  private static let required: Set = ["act", "actor", "at", "epoch", "mod", "obj", "origin", "out", "prev", "req", "seq", "v"]

  private let reader = LeafReader(
    [
      AuditedTable(object: "people.note", table: "people_note", columns: ["id"]),
      AuditedTable(object: "people.person", table: "people_person", columns: ["id"]),
    ], key: ShortHash())

  private func leaf(_ changed: String = "", to value: String? = nil) -> [UInt8] {
    let members = Self.members.compactMap { member -> String? in
      let value = member.name == changed ? value : member.value
      return value.map { "\"\(member.name)\":\($0)" }
    }
    return Array("{\(members.joined(separator: ","))}".utf8)
  }

  private func read(_ leaf: [UInt8]) -> (entry: StoredEntry, committed: [StoredEntry.Committed])? {
    var committed: [StoredEntry.Committed] = []
    return leaf.withUnsafeBufferPointer { reader.read($0, &committed) }.map { ($0, committed) }
  }

  @Test func `all members are read`() throws {
    let whole = leaf()
    let (entry, committed) = try #require(read(whole))
    func text(_ range: Range<Int>?) -> String? { whole.withUnsafeBufferPointer { leaf in range.map { LeafReader.text($0, of: leaf) } } }
    #expect((entry.seq, entry.epoch, entry.isOK) == (7, 1, true))
    #expect(entry.previous == Bytes32())
    #expect(entry.state == Bytes32().mark(reader.key))
    guard case .row(1, -12) = entry.object else { return #expect(Bool(false), "\(entry.object)") }
    #expect(text(entry.objectName) == "people.person/-12")
    #expect(text(entry.actor) == "u\"1")
    #expect(text(entry.subject) == "000102030405060708090a0b0c0d0e0f")
    #expect(text(entry.erased) == "00ff")
    #expect(committed.map(\.field) == ["after.mobile", "before.name", "why.text"])
    #expect(committed.map { $0.digest == nil } == [false, true, false])
  }

  @Test func `every member but the required ones may be missing`() {
    for (name, _) in Self.members { #expect((read(leaf(name)) == nil) == Self.required.contains(name), "\(name)") }
  }

  @Test(arguments: [
    ("act", "1"), ("actor", #"{"id":"u","kind":"user"}"#), ("actor", #"{"id":"u","kind":"user","role":"r","z":"z"}"#),
    ("actor", #"{"id":1,"kind":"user","role":"r"}"#), ("after", "[]"), ("at", #""2026-03-21T08:00:00Z""#),
    ("at", #""2026-03-21T08:00:00.0000000""#), ("at", #""2026-03-21T08:00:00.0000\"Z""#), ("before", "1"), ("cause", #""3""#),
    ("epoch", "null"), ("mod", "{}"), ("obj", "[]"), ("origin", #"{"chan":"a","host":"b"}"#), ("out", #""maybe""#), ("prev", "0"),
    ("prov", "27"), ("req", "null"), ("rev", "true"), ("rules", "[{}]"), ("rules", "[1]"), ("rules", "{}"), ("seq", "-0"),
    ("state", #""00""#), ("state", #""\#(String(repeating: "A", count: 64))""#), ("subj", #""00""#), ("v", "2"), ("v", #""1""#),
    ("why", #"{"because":"x"}"#), ("why", #""x""#), ("act", #""a","acu":1"#), ("why", #"{},"zzz":1"#),
  ])
  func `a member of another kind is not of the form`(name: String, value: String) {
    #expect(read(leaf(name, to: value)) == nil)
  }

  @Test func `members out of order, twice, or behind the end are not of the form`() {
    let text = String(decoding: leaf(), as: UTF8.self)
    for wrong in [
      text + " ", text + "{}", " " + text, text.replacing(#""prov":"27","req":"r""#, with: #""req":"r","prov":"27""#),
      text.replacing(#""seq":7"#, with: #""seq":7,"seq":7"#), String(text.dropLast()), "", "{}",
    ] {
      #expect(read(Array(wrong.utf8)) == nil, "\(wrong)")
    }
    #expect(read(leaf("req", to: "\"\(String(repeating: "r", count: LedgerWriter.mostBytes))\"")) == nil)
  }

  @Test(arguments: [
    ("people.person/12", true), ("people.person/9223372036854775807", true), ("people.person/9223372036854775808", false),
    ("people.person/012", false), ("people.person/+1", false), ("people.person/", false), ("people.person/1/2", false),
    ("people.person/x", false),
  ])
  func `only a number can be a row`(name: String, isRow: Bool) throws {
    let entry = try #require(read(leaf("obj", to: "\"\(name)\""))).entry
    switch entry.object {
    case .row(let table, let id): #expect(isRow && table == 1 && name == "people.person/\(id)")
    case .misnamed: #expect(!isRow)
    case .foreign: #expect(Bool(false))
    }
  }

  @Test(arguments: ["people.persons/1", "people.perso/1", "people.person", "/1", ""])
  func `other tables are foreign`(name: String) throws {
    guard case .foreign = try #require(read(leaf("obj", to: "\"\(name)\""))).entry.object else { return #expect(Bool(false)) }
  }

  @Test func `an erasure counts only when it was done`() throws {
    #expect(try #require(read(leaf("out", to: #""denied""#))).entry.erased == nil)
    #expect(try #require(read(leaf("act", to: #""privacy.erased""#))).entry.erased == nil)
    #expect(try #require(read(leaf("after"))).entry.erased == nil)
  }
}
