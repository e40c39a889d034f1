import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct TransactionTests {
  @Test func `begin, commit and rollback reach the client, each in its place only`() {
    let bench = Bench { $0.transactionSeconds = 5 }
    #expect(bench.run("commit") == .usage && bench.run("rollback") == .usage)
    #expect(bench.run("begin") == .ok && bench.run("begin") == .usage)
    #expect(bench.run("login zahra") == .usage && bench.run("logout") == .usage, "it is all done by one person")
    #expect(bench.run("commit") == .ok && bench.io.err.contains("#7"))
    #expect(bench.run("begin") == .ok && bench.run("rollback") == .ok)
    #expect(bench.client.endings == ["begin 5", "commit", "begin 5", "rollback"])
  }

  @Test func `what is left open is rolled back, and said`() {
    let bench = Bench()
    bench.run("begin")
    bench.session.end()
    #expect(bench.client.endings.last == "rollback" && bench.io.err.contains("rolled back"))
    bench.session.end()
    #expect(bench.client.endings.count == 2)
  }

  @Test(arguments: [("people count\npeople count", "commit", ExitCode.ok), ("people count\nnosuch thing", "rollback", .usage)])
  func `a whole script is kept or not`(text: String, ending: String, status: ExitCode) {
    let bench = Bench()
    let outcome = bench.session.wholly { Script(session: bench.session, name: "lines").run(text) }
    #expect(outcome.status == status && bench.client.endings == ["begin 60", ending])
  }

  @Test func `a script that ends its transaction itself is left alone`() {
    let bench = Bench()
    _ = bench.session.wholly { Script(session: bench.session, name: "lines").run("people count\ncommit\n") }
    #expect(bench.client.endings == ["begin 60", "commit"])
  }

  @Test func `a client without transactions says so plainly`() {
    final class Plain: CatalogueClient {
      var context = ClientContext(host: "test", user: nil, province: nil)
      func catalogue() throws -> Catalogue { Catalogue(modules: [], commands: []) }
      func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
        ClientResponse(value: .null, entry: nil)
      }
      func login(user: String, password: String) throws {}
      func logout() throws {}
    }
    let io = FakeIO()
    let session = ConsoleSession(client: Plain(), options: ConsoleOptions(), io: io)
    #expect(session.run("begin").status == .usage && io.err.contains("transaction.here-only"))
  }
}
