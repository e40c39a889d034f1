import Contracts
import HTTP
import Engine
import Feature
import Testing
import Values

@testable import Host

/// Who may do what, three times: in a table that people keep, in the declarations, and as the running API answers.
@Suite struct RightsStory {
  /// Addresses of the house itself that need no session.
  private static let pages: Set<String> = ["api.catalogue", "page.healthz", "page.openapi", "page.readyz", "page.metrics"]

  private func rights(of id: String) throws -> Rights {
    try #require(Rights.all[id], "\(id) stands in no line of the table")
  }

  @Test func `every route stands in the table, and nothing else does`() throws {
    let served = try ServedStore(StoryStore(on: try Road.firstDay()))
    let operations = try Operation.all(served.document())
    let routes = Set(operations.map(\.id)).subtracting(RightsStory.pages)
    #expect(routes.count > 100)
    #expect(Set(Rights.all.keys) == routes, "\(Set(Rights.all.keys).symmetricDifference(routes).sorted())")
    #expect(operations.allSatisfy { !$0.id.isEmpty })
  }

  @Test func `each declaration names its roles as the table does, and only roles that there are`() throws {
    let known = Set(Role.all.map(\.id))
    for command in try Registry(InstalledModules.all).commands {
      let permission = command.spec.permission
      let roles = permission == .anyone || permission == .oneself ? known : permission.roles
      #expect(!roles.isEmpty && roles.isSubset(of: known), "\(command.spec.id)")
      let rights = try rights(of: command.spec.id)
      #expect(rights.roles == roles, "\(rights.line(command.spec.id, roles))")
      #expect(rights.isForNobody == (permission == .anyone), "\(command.spec.id)")
    }
  }

  @Test func `the API lets through whom the table names and refuses everybody else`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()))
    for who in Role.all.map(\.id) + ["nobody"] { try ask(household, who) }
    #expect(household.served.faults.all.isEmpty)
  }

  private func ask(_ household: Household, _ who: String) throws {
    var counted = (allowed: 0, denied: 0)
    for operation in household.operations where !RightsStory.pages.contains(operation.id) {
      let rights = try rights(of: operation.id)
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
    #expect(counted.allowed + counted.denied == Rights.all.count && counted.allowed > 0, "\(who) \(counted)")
  }

  private func expectDenied(_ answer: HTTPClient.Response, _ who: String?, _ said: String) {
    if who == nil {
      #expect(answer.status == 401 && answer.code == "session.required", "\(said)")
    } else {
      #expect(answer.status == 403 && answer.code == "permission.missing", "\(said)")
    }
  }
}
