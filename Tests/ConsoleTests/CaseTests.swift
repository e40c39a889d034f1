import Engine
import Feature
import Testing
import Values

@testable import Console

/// `show`, `trace` and `tasks` as the console's own words.
@Suite struct `The words show, trace and tasks` {
  private static func field(_ name: String, optional: Bool) -> String {
    #"{"name":"\#(name)","kind":"\#(name == "limit" ? "int" : "text")","isOptional":\#(optional),"isPersonal":false,"fa":"ف","en":"f"}"#
  }

  /// A client that also knows the three.
  private final class Knowing: CatalogueClient {
    let inner = FakeClient()
    var context: ClientContext { inner.context }
    func catalogue() throws -> Catalogue {
      var catalogue = try inner.catalogue()
      for (verb, path, fields) in [
        ("show", "/things/{code}", [field("code", optional: false)]), ("trace", "/things/{code}/trace", [field("code", optional: false)]),
        ("tasks", "/tasks", [field("module", optional: true), field("limit", optional: true)]),
      ] {
        let text = """
          {"id":"cases.\(verb)","kind":"query","fa":"ف","en":"f","method":"GET","path":"\(path)","permission":"oneself","weight":0,
           "fields":[\(fields.joined(separator: ","))],"answer":[]}
          """
        catalogue.commands.append(try JSONDecoderOfTests.entry(text))
      }
      return catalogue
    }
    func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
      try inner.run(command, input: input, options: options)
    }
    func login(user: String, password: String) throws {}
    func logout() throws {}
  }

  private let client = Knowing()
  private let io = FakeIO()
  private let session: ConsoleSession

  init() { session = ConsoleSession(client: client, options: ConsoleOptions(), io: io) }

  private let group: Value = .record([
    "object": "groups.group/5", "code": "GR-27-1403-0005", "name": "پیوند",
    "kind": .record(["code": "groups.group", "fa": "گروه", "en": "group"]),
    "state": .record(["code": "requested", "fa": "درخواست‌شده", "en": "requested"]), "fields": .list([]), "guarded": .list([]),
    "events": .list([]), "eventCount": 0,
    "next": .list([
      .record([
        "move": .record(["code": "accept", "fa": "پذیرش درخواست", "en": "accepting the request"]),
        "to": .list([.record(["code": "forming", "fa": "در حال شکل‌گیری", "en": "forming"])]),
        "action": .record(["code": "groups.accept", "fa": "پذیرفتن", "en": "Accept"]), "isPermitted": true, "isTried": true,
        "needs": .list([]),
        "against": .list([
          .record(["code": "registry.same-hands", "rule": "registry.separation-of-duties", "fa": "همکار دیگری", "en": "another colleague"])
        ]),
      ])
    ]),
  ])

  @Test func `show tells where a thing stands and what stands against the next step`() {
    client.inner.answers["cases.show"] = ClientResponse(value: group, entry: nil)
    #expect(session.run("show GR-27-1403-0005").status == .ok)
    #expect(client.inner.runs.map(\.id) == ["cases.show"] && client.inner.runs.first?.input["code"] == "GR-27-1403-0005")
    for part in [
      "GR-27-1403-0005 group", "«پیوند»", "requested", "درخواست‌شده", "groups accept GR-27-1403-0005", "همکار دیگری", "same-hands",
    ] {
      #expect(io.out.contains(part), "\(part)")
    }
  }

  @Test func `as JSON the answer is what the machine gave`() throws {
    client.inner.answers["cases.show"] = ClientResponse(value: group, entry: nil)
    #expect(session.run("show GR-27-1403-0005 --json").status == .ok)
    #expect(try JSONReader.read(Array(io.out.utf8))["object"] == "groups.group/5")
  }

  @Test func `tasks take a module and a limit, and say how many there are`() {
    let task: Value = .record([
      "object": "groups.group/5", "code": "GR-27-1403-0005", "name": .null,
      "kind": .record(["fa": "گروه", "en": "group"]), "state": .record(["fa": "درخواست‌شده", "en": "requested"]),
      "actions": .list([.record(["code": "groups.accept", "fa": "پذیرفتن", "en": "Accept"])]), "since": "2024-05-21",
      "sinceJalali": "1403/03/01", "lastDay": "2024-11-20", "lastDayJalali": "1403/08/30",
    ])
    let answer: Value = .record(["items": .list([task]), "total": 300, "isWhole": true])
    client.inner.answers["cases.tasks"] = ClientResponse(value: answer, entry: nil)
    #expect(session.run("tasks groups limit=1").status == .ok)
    #expect(client.inner.runs.first?.input["module"] == "groups" && client.inner.runs.first?.input["limit"] == 1)
    for part in ["1 of 300", "۱۴۰۳/۰۸/۳۰|1403/08/30", "groups accept GR-27-1403-0005"] {
      #expect(part.split(separator: "|").contains { io.out.contains($0) }, "\(part)")
    }
    #expect(session.run("tasks --all").status == .ok)
    #expect(client.inner.runs.last?.input["limit"] == 500)
  }

  @Test func `they are completed, helped with, and unknown to a server that does not know them`() throws {
    let completer = Completer(commandTable: try session.commandTable(), codes: SeenCodes())
    #expect(completer.complete("tas").candidates.map(\.text) == ["tasks"])
    #expect(completer.complete("tasks gar").candidates.map(\.text) == ["gardens"])
    #expect(session.run("help trace").status == .ok)
    #expect(io.out.contains("trace CODE"))
    #expect(Bench().run("show GR-27-1403-0005") == .usage)
  }
}
