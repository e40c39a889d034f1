import Contracts
import Foundation
@testable import People
@testable import Regions
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@Suite struct `Sealed people` {
  /// A national ID with a right check digit.
  private static func nationalID(_ serial: Int) -> String {
    let digits = Array(String(100_000_000 + serial * 7_919)).compactMap(\.wholeNumberValue)
    let rest = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 } % 11
    return digits.map(String.init).joined() + String(rest < 2 ? rest : 11 - rest)
  }

  @Test func `no national ID, mobile or address of two hundred people stands clear in the files`() throws {
    let store = try TestStore([RegionsModule.self, PeopleModule.self, TestConfiguration.self])
    let officer = Principal.test(.countyOfficer, in: "IR-27", number: 2)
    var secrets: [String] = []
    for serial in 0..<200 {
      let id = Self.nationalID(serial)
      let mobile = "912" + String(3_000_000 + serial * 4_421)
      let street = "کوچهٔ گلستان \(serial)"
      try store.run(
        "people.register",
        .record([
          "nationalID": .text(id), "firstName": "مریم", "familyName": .text("گرگانی \(serial)"), "fatherName": "رضا",
          "birth": "1370/05/05", "isLiterate": true, "mobile": .text("0" + mobile), "address": .text(street),
          "consentedOn": "1405/01/20",
        ]), as: officer)
      secrets += [id, mobile, street]
    }
    let shown = try store.ask("people.show", .record(["person": 200]), as: officer)
    #expect(JSONWriter.text(shown, showsSecrets: true).contains(Self.nationalID(199)))
    let database = try #require(FileManager.default.contents(atPath: store.path.database))
    let wal = try #require(FileManager.default.contents(atPath: store.path.database + "-wal"))
    #expect(wal.count > 100_000)
    let hits = secrets.filter { secret in
      let needle = Data(secret.utf8)
      return database.range(of: needle) != nil || wal.range(of: needle) != nil
    }
    #expect(hits == [])
    let clear = Data("گرگانی 17".utf8)
    #expect(wal.range(of: clear) != nil || database.range(of: clear) != nil, "the search itself must be able to find")
  }

  @Test func `the ledger's leaves hold neither names nor keys nor blind indexes`() throws {
    let store = try TestStore([RegionsModule.self, PeopleModule.self, TestConfiguration.self])
    try store.run(
      "people.register",
      .record([
        "nationalID": .text(Self.nationalID(5)), "firstName": "پروانه", "familyName": "ترکمنی", "fatherName": "آقاجان",
        "birth": "1370/05/05", "isLiterate": true, "consentedOn": "1405/01/20",
      ]), as: .test(.countyOfficer, in: "IR-27", number: 2))
    let joined = try store.path.leaves().map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(joined.contains("people.register"))
    let index = try #require(try store.path.rows("SELECT hex(identity_index) FROM people_person").first?[0].string)
    for word in ["پروانه", "ترکمن", "اقاجان", "1991-07-27", index.lowercased()] { #expect(!joined.contains(word)) }
    #expect(joined.contains(#""identity_index":{"c":"#))
  }
}
