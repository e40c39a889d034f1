import Engine
import Feature
import Foundation
import Jalali
import Ledger
import Store
import Testing
import Values

@testable import Host

/// What a rule was told is kept, and can be asked again: replay under other parameters rests on this.
@Suite struct `Facts of kept verdicts` {
  @Test func `they are read back byte by byte, and the rule says the same of them`() throws {
    let verdicts = try KeptVerdict.all(in: try WalkedRoad.golestan.get().store)
    #expect(verdicts.count > 200)
    let rules = try Dictionary(uniqueKeysWithValues: Registry(InstalledModules.all).rules.map { ($0.id, $0) })
    for verdict in verdicts {
      let rule = try #require(rules[verdict.rule], "no rule \(verdict.rule)")
      #expect(verdict.version == rule.version, "\(verdict.rule)")
      try verdict.judgeAgain(by: rule)
    }
  }

  @Test func `a rule that the road never asks is asked by a test of its own`() throws {
    let asked = Set(try KeptVerdict.all(in: try WalkedRoad.golestan.get().store).map(\.rule))
    let unasked = try Registry(InstalledModules.all).rules.filter { !asked.contains($0.id) }
    let machines = unasked.filter { $0 is any StateMachine.Type }
    let others = unasked.filter { !($0 is any StateMachine.Type) }
    print("rules asked on the road: \(asked.count); by tests of their own only: \(others.map { $0.id }.sorted())")
    print("machines without a step on the road, asked every step by a law: \(machines.map { $0.id }.sorted())")
    let tests = try Self.tests()
    for rule in others {
      let name = String(describing: rule)
      // `codes` reads the facts back as a verdict keeps them.
      #expect(tests.contains("\(name).codes("), "\(rule.id): no test asks \(name)")
    }
  }

  /// The text of all tests.
  private static func tests() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
    return try names.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
  }
}

/// A verdict as the store keeps it, its facts opened.
struct KeptVerdict {
  let rule: String
  let version: Int
  let day: JalaliDay
  let parameters: Value
  let facts: [UInt8]
  let codes: [String]

  static func all(in store: StoryStore) throws -> [KeptVerdict] {
    let connection = try Connection(path: store.runtime.folder.database, mode: .reader)
    let vault = try store.runtime.folder.vault(for: connection)
    let rows = try connection.privileged(
      """
      SELECT v.id, v.rule, v.version, v.day, p.value, v.facts, v.objections FROM rules_verdict v
      JOIN rules_parameters p ON p.digest = v.parameters ORDER BY v.id
      """
    ).all()
    return try rows.map { row in
      let place = VaultPlace(table: "rules_verdict", column: "facts", row: try #require(row[0].integer))
      guard case .bytes(let sealed) = row[5] else { throw VerdictUnreadable() }
      return KeptVerdict(
        rule: try #require(row[1].string), version: Int(try #require(row[2].integer)),
        day: JalaliDay(number: Int(try #require(row[3].integer))),
        parameters: try JSONReader.read(Array((row[4].string ?? "").utf8)),
        facts: try #require(try vault.open(sealed, at: place, subject: nil, on: connection)),
        codes: try JSONReader.read(Array((row[6].string ?? "").utf8)).items.compactMap(\.string))
    }
  }

  /// Decodes the facts, writes them again, and asks the rule under the parameters and on the day of then.
  func judgeAgain<Asked: Rule>(by rule: Asked.Type) throws {
    let told = try ValueDecoder.decode(Asked.Facts.self, from: try JSONReader.read(facts))
    let again = try JSONEncoding.write(told, showsSecrets: true).body
    #expect(
      again == facts, "\(Asked.id): \(String(decoding: facts, as: UTF8.self)) is written as \(String(decoding: again, as: UTF8.self))")
    let numbers = try ValueDecoder.decode(Asked.Parameters.self, from: parameters)
    #expect(Asked.objections(to: told, under: numbers, on: day).map(\.code) == codes, "\(Asked.id) on \(day)")
  }
}

struct VerdictUnreadable: Error {}
