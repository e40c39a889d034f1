import Engine
import Testing
import Values

@testable import Console

/// Whoever was handed a secret is told what to do with it, and goes on once it is done.
@Suite struct `What somebody owes first` {
  /// Knows one's own password only, until it was changed.
  private final class Owing: CatalogueClient {
    var context = ClientContext(host: "test", user: "zahra", province: nil)
    var owes = true

    func catalogue() throws -> Catalogue {
      func entry(_ id: String, _ kind: String, _ permission: String) throws -> CommandEntry {
        try JSONDecoderOfTests.entry(
          """
          {"id":"\(id)","kind":"\(kind)","fa":"ف","en":"f","method":"POST","path":"/x/\(id)","permission":"\(permission)","weight":0,
           "fields":[],"answer":[]}
          """)
      }
      let own = try entry("accounts.set-password", "action", "oneself")
      var catalogue = Catalogue(modules: [], commands: owes ? [own] : [own, try entry("groups.count", "query", "groups.read")])
      catalogue.duty = owes ? Texts("گذرواژه را عوض کنید", "change the password: accounts set-password") : nil
      return catalogue
    }
    func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
      if command.isAction { owes = false }
      return ClientResponse(value: .record(["done": true]), entry: nil)
    }
    func login(user: String, password: String) throws { owes = true }
    func logout() throws {}
  }

  private let client = Owing()
  private let io = FakeIO()
  private let session: ConsoleSession

  init() {
    var options = ConsoleOptions()
    options.language = .en
    session = ConsoleSession(client: client, options: options, io: io)
  }

  @Test func `is told at signing in, and instead of any other command`() {
    io.canAsk = true
    io.replies = ["given"]
    #expect(session.run("login zahra").status == .ok)
    #expect(io.err.contains("accounts set-password"))
    io.err = ""
    #expect(session.run("groups count").status != .ok)
    #expect(io.err.contains("accounts set-password"))
  }

  @Test func `is forgotten once it is done, without signing in again`() {
    #expect(session.run("groups count").status != .ok)
    #expect(session.run("accounts set-password").status == .ok)
    io.err = ""
    #expect(session.run("groups count").status == .ok && io.err.isEmpty, "\(io.err)")
  }
}
