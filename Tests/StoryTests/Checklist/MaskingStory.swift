import Contracts
import Foundation
import HTTP
import Engine
import Feature
import Store
import Testing
import Values

@testable import Host

/// National IDs, mobiles and addresses are shown to whoever has the right and to nobody else, whichever way they ask.
@Suite(.serialized) struct MaskingStory {
  /// Posts without the right to personal data, who may look at people all the same.
  static let unentitled = Role.all.map(\.id).filter { ["provincial.director", "prevention.deputy", "facilitator", "auditor"].contains($0) }

  /// A town whose people have IDs, mobiles and addresses, and what of these must not be seen.
  private final class Street: Sendable {
    let store: StoryStore
    let secrets: [String]
    let codes: [String]

    init() throws {
      store = try StoryStore(copying: try WalkedRoad.golestan.get().store)
      let officer = try Caller(
        store.runtime,
        principal: Principal(
          id: "u77", staff: 77, name: "officer", grants: [.init(role: "prevention.officer", scope: .province("IR-27"))], session: "story"),
        channel: "story")
      try officer.perform(
        "people.register",
        .record([
          "nationalID": "0076229645", "firstName": "زهرا", "familyName": "محمدی", "fatherName": "علی", "birth": "1370/01/01",
          "isLiterate": true, "mobile": "09121234567", "address": "کوچهٔ نسترن ۷", "consentedOn": "1404/03/01",
        ]))
      var secrets: [String] = []
      var codes: [String] = []
      for row in try officer.rows("people.list") {
        let code = row["code"] ?? .null
        let sheet = try officer.perform("people.show", .record(["person": code]))
        codes.append(code.string ?? "")
        for name in ["nationalID", "mobile", "address"] {
          guard case .secret(.text(let text))? = sheet[name] else { continue }
          secrets.append(text.hasPrefix("+98") ? String(text.dropFirst(3)) : text)
        }
      }
      self.secrets = Array(Set(secrets))
      self.codes = codes
    }
  }

  private static let street = Result { try Street() }
  private let street: Street
  private let household: Household

  init() throws {
    street = try MaskingStory.street.get()
    household = try Household(StoryStore(copying: street.store))
  }

  /// Which of the secrets stand in a text, in Latin or Persian digits.
  private func seen(_ text: String) -> [String] {
    var latin = ""
    for scalar in text.unicodeScalars {
      let isPersian = (0x6F0...0x6F9).contains(scalar.value)
      latin.unicodeScalars.append(isPersian ? Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)) : scalar)
    }
    return street.secrets.filter { text.contains($0) || latin.contains($0) }
  }

  @Test func `the officer sees them, so the search itself can find`() throws {
    #expect(street.secrets.count > 10 && street.codes.count > 10, "\(street.secrets.count)")
    var all: Set<String> = []
    for code in street.codes {
      let answer = try household.send("GET", "/api/v1/people/\(code)", as: "prevention.officer")
      all.formUnion(seen(answer.text))
    }
    #expect(all == Set(street.secrets))
  }

  @Test(arguments: MaskingStory.unentitled)
  func `a person's sheet, every list and every query are masked`(who: String) throws {
    var people = 0
    for code in street.codes {
      let answer = try household.send("GET", "/api/v1/people/\(code)", as: who)
      // A facilitator does not find whom no group names.
      if who == "facilitator", answer.status == 404 { continue }
      people += 1
      #expect(answer.status == 200 && answer.text.contains("•••") && seen(answer.text).isEmpty, "\(answer.text)")
    }
    #expect(people > 5)
    var read = 0
    for call in try Reads.all(household.served.store.runtime) {
      let answer = try household.send("GET", call.target, as: who)
      #expect(seen(answer.text).isEmpty, "\(call.target)")
      read += answer.status == 200 ? 1 : 0
    }
    #expect(read > 10)
  }

  @Test(arguments: MaskingStory.unentitled)
  func `no search finds anybody by them`(who: String) throws {
    let commands = household.served.store.runtime.registry.commands
    for command in commands where command.kind == .list {
      for field in command.fields where ["search", "text", "name"].contains(field.name) {
        for secret in street.secrets.prefix(6) + ["9121234567", "0076229645"] {
          let target = Reads.target(command, .object([.init(field.name, .text(secret))]))
          let answer = try household.send("GET", target, as: who)
          guard answer.status == 200 else { continue }
          #expect(try JSONReader.read(answer.body)["items"] == [], "\(target): \(answer.text.prefix(200))")
        }
      }
    }
  }

  @Test(arguments: ["facilitator", "auditor"], ["application/json", "text/csv"])
  func `what a job leaves behind is masked`(who: String, type: String) throws {
    var exported = 0
    // A list of what belongs to something has no result where that is nowhere.
    for command in household.served.store.runtime.registry.commands where command.kind == .list && command.pathFields.isEmpty {
      let target = Reads.target(command, .object([]))
      let begun = try household.send("GET", target, headers: [("Prefer", "respond-async"), ("Accept", type)], as: who)
      guard begun.status == 202 else { continue }
      let result = try household.result(of: begun, as: who)
      #expect(result.status == 200 && seen(result.text).isEmpty, "\(target): \(result.text.prefix(200))")
      exported += 1
    }
    #expect(exported > 10)
  }

  @Test(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
  func `the console and an export in the store are masked`() throws {
    let program = try #require(Place.program)
    let place = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: place) }
    try household.secrets["facilitator"]?.write(toFile: place + "/secret", atomically: false, encoding: .utf8)
    let who = ["--as", "test.facilitator", "--password-file", place + "/secret"]
    let server = ["console", "--server", "127.0.0.1:\(household.served.port)"]
    for mode in ["table", "json", "csv"] {
      for line in street.codes.prefix(3).map({ "people show \($0)" }) + ["people list --all"] {
        let ending = try Spawned.run(program, server + who + ["--mode", mode, "-c", line], in: place)
        #expect(ending.status == 0 && !ending.output.isEmpty && seen(ending.output + ending.complaint).isEmpty, "\(line): \(ending)")
      }
    }
    try Place.copyStore(household.served.store.runtime.folder.path, to: place + "/store")
    for words in [["export", "people.list"], ["export", "people.list", "--json"]] {
      let ending = try Spawned.run(program, words + ["--store", place + "/store"] + who, in: place)
      #expect(ending.status == 0 && ending.output.contains("PE-27-") && seen(ending.output + ending.complaint).isEmpty, "\(ending)")
    }
    for line in street.codes.prefix(2).map({ "people show \($0)" }) {
      let ending = try Spawned.run(program, ["console", "--store", place + "/store"] + who + ["--mode", "json", "-c", line], in: place)
      #expect(ending.status == 0 && seen(ending.output + ending.complaint).isEmpty, "\(ending)")
    }
  }
}
