import Contracts
import HTTP
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Host

/// Who may do what, three times: in the tables that people keep beside each module's tests, in the declarations, and as the
/// running API answers.
@Suite struct RightsStory {
  /// Addresses of the house itself that need no session.
  private static let pages: Set<String> = ["api.catalogue", "page.healthz", "page.openapi", "page.readyz", "page.metrics"]

  /// Where the routes of each module belong, and those of jobs.
  private static let files = Dictionary(
    InstalledModules.all.map { ($0.module.id, RightsTable.file(of: $0)) } + [
      ("jobs", RightsTable.own), ("cases", RightsTable.own), ("imports", RightsTable.own),
      ("nightly", RightsTable.own),
    ],
    uniquingKeysWith: { first, _ in first })

  private static let declared = Result {
    Dictionary(
      try Registry(InstalledModules.all).commands.map { ($0.spec.id, Rights.declared($0.spec.permission)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func law(_ operations: [Operation], _ tables: [RightsTable]? = nil) throws -> RightsLaw {
    RightsLaw(
      try tables ?? RightsTable.all(), routes: Set(operations.map(\.id)).subtracting(RightsStory.pages), files: RightsStory.files,
      declared: try RightsStory.declared.get())
  }

  @Test func `every route stands in the table, and nothing else does`() throws {
    let served = try ServedStore(StoryStore(on: try Road.firstDay()))
    let operations = try Operation.all(served.document())
    let law = try law(operations)
    #expect(law.all.count > 100)
    #expect(law.faults.isEmpty, "\(law.faults.joined(separator: "\n"))")
    #expect(operations.allSatisfy { !$0.id.isEmpty })
  }

  @Test func `a module without its table, and a line that is strange, double or out of place, are named with their file`() {
    let roles = Rights(roles: ["facilitator"], isForNobody: false)
    let heading = Rights.heading + "\n"
    func faults(_ tables: [RightsTable]) -> [String] {
      RightsLaw(
        tables, routes: ["one.do", "two.do"], files: ["one": "Tests/OneTests/rights.csv", "two": "Tests/TwoTests/rights.csv"],
        declared: ["two.do": roles]
      ).faults
    }
    let one = RightsTable(heading + roles.line("one.do"), file: "Tests/OneTests/rights.csv")
    let two = RightsTable(heading + roles.line("two.do"), file: "Tests/TwoTests/rights.csv")
    #expect(faults([one, two]).isEmpty)
    #expect(
      faults([one]) == [
        "Tests/TwoTests/rights.csv is missing: write it. The declarations would have:\n" + heading + roles.line("two.do")
      ])
    #expect(faults([one, two, two]) == ["Tests/TwoTests/rights.csv: two.do stands twice"])
    let strange = RightsTable(heading + roles.line("one.do") + "\n" + roles.line("one.undo"), file: "Tests/OneTests/rights.csv")
    #expect(faults([strange, two]) == ["Tests/OneTests/rights.csv: there is no route one.undo"])
    let moved = RightsTable(heading + roles.line("two.do"), file: "Tests/OneTests/rights.csv")
    #expect(faults([one, moved]) == ["Tests/OneTests/rights.csv: two.do belongs into Tests/TwoTests/rights.csv"])
    let short = RightsTable(heading + "one.do,x,y", file: "Tests/OneTests/rights.csv")
    #expect(short.faults == ["Tests/OneTests/rights.csv: one.do,x,y has not x or - in each of 15 columns"])
    #expect(RightsTable("id,who\n", file: "rights.csv").faults == ["rights.csv begins with: " + Rights.heading])
  }

  @Test func `each declaration names its roles as the table does, and only roles that there are`() throws {
    let known = Set(Role.all.map(\.id))
    let tables = Dictionary(try RightsTable.all().flatMap(\.lines).map { ($0.id, $0.rights) }, uniquingKeysWith: { first, _ in first })
    for (id, declared) in try RightsStory.declared.get() {
      #expect(!declared.roles.isEmpty && declared.roles.isSubset(of: known), "\(id)")
      #expect(tables[id] == declared, "\(declared.line(id))")
    }
  }

  @Test func `the API lets through whom the table names and refuses everybody else`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()))
    let all = try law(household.operations).all
    for who in Role.all.map(\.id) + ["nobody"] { try ask(household, who, all) }
    #expect(household.served.faults.all.isEmpty)
  }

  private func ask(_ household: Household, _ who: String, _ all: [String: Rights]) throws {
    var counted = (allowed: 0, denied: 0)
    for operation in household.operations where !RightsStory.pages.contains(operation.id) {
      let rights = try #require(all[operation.id], "\(operation.id) stands in no table")
      let name = who == "nobody" ? nil : who
      let filling = Filling(operation.path, operation.value)
      let answer = try household.send(filling, operation.method, as: name)
      let said = "\(who) \(operation.id): \(answer.status) \(answer.text.prefix(200))"
      guard who == "nobody" ? rights.isForNobody : rights.roles.contains(who) else {
        counted.denied += 1
        expectDenied(answer, name, said)
        try NextStepLaw.check(try JSONReader.read(answer.body), said)
        // Whoever may not do it is not told either what would be wrong with it.
        var nonsense = filling
        nonsense.query.append(("nothing", "1"))
        if !nonsense.body.isEmpty { nonsense.body = Array("{".utf8) }
        expectDenied(try household.send(nonsense, operation.method, as: name), name, said)
        continue
      }
      counted.allowed += 1
      if operation.id == "accounts.login" {
        #expect(["login.wrong", "login.pause"].contains(answer.code), "\(said)")
      } else {
        #expect(![401, 403].contains(answer.status) && answer.status < 500, "\(said)")
        if answer.status >= 400 { try NextStepLaw.check(try JSONReader.read(answer.body), said) }
      }
    }
    #expect(counted.allowed + counted.denied == all.count && counted.allowed > 0, "\(who) \(counted)")
  }

  private func expectDenied(_ answer: HTTPClient.Response, _ who: String?, _ said: String) {
    if who == nil {
      #expect(answer.status == 401 && answer.code == "session.required", "\(said)")
    } else {
      #expect(answer.status == 403 && answer.code == "permission.missing", "\(said)")
    }
  }
}
