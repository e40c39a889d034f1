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
        ("tasks", "/tasks", ["module", "step", "limit"].map { field($0, optional: true) }),
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

  init() {
    var options = ConsoleOptions()
    options.language = .en
    session = ConsoleSession(client: client, options: options, io: io)
  }

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

  @Test(arguments: Language.allCases)
  func `show tells where a thing stands and what stands against the next step, in one language`(language: Language) {
    client.inner.answers["cases.show"] = ClientResponse(value: group, entry: nil)
    _ = session.run("\\lang \(language.rawValue)")
    #expect(session.run("show GR-27-1403-0005").status == .ok)
    #expect(client.inner.runs.map(\.id) == ["cases.show"] && client.inner.runs.first?.input["code"] == "GR-27-1403-0005")
    let english = ["GR-27-1403-0005 group", "state: requested", "accepting the request → forming", "another colleague", "rule: "]
    let persian = ["GR-27-1403-0005 گروه", "حالت: درخواست‌شده", "پذیرش درخواست ← در حال شکل‌گیری", "همکار دیگری", "قاعده: "]
    for part in (language == .fa ? persian : english) + ["«پیوند»", "groups accept GR-27-1403-0005", "same-hands"] {
      #expect(io.out.contains(part), "\(part)")
    }
    for part in language == .fa ? english : persian { #expect(!io.out.contains(part), "\(part)") }
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
    for part in ["1 of 300", "last day 1403/08/30", "groups accept GR-27-1403-0005"] { #expect(io.out.contains(part), "\(part)") }
    #expect(!io.out.contains("گروه"))
    #expect(session.run("tasks --all").status == .ok)
    #expect(client.inner.runs.last?.input["limit"] == 500)
  }

  @Test func `what waits for a post for which nobody is there is told with what to do about it`() {
    let orphan: Value = .record([
      "object": "groups.group/6", "code": "GR-27-1403-0006", "name": .null, "kind": .record(["fa": "گروه", "en": "group"]),
      "action": .record(["code": "groups.accept", "fa": "پذیرفتن", "en": "Accept"]),
      "roles": .list([.record(["code": "prevention.officer", "fa": "کارشناس پیشگیری", "en": "prevention officer"])]),
      "fa": "جانشین نام ببرید", "en": "Name an acting person",
    ])
    client.inner.answers["cases.tasks"] = ClientResponse(
      value: .record(["items": .list([]), "total": 0, "isWhole": true, "unattended": .list([orphan])]), entry: nil)
    #expect(session.run("tasks").status == .ok)
    for part in ["nobody is there for (1)", "Name an acting person", "GR-27-1403-0006 group — Accept (prevention officer)"] {
      #expect(io.out.contains(part), "\(part)")
    }
  }

  private func task(_ number: Int, _ urgency: String, _ action: String) -> Value {
    let day: Value = urgency == "dated" ? .text("1403/08/\(10 + number)") : .null
    return .record([
      "object": .text("groups.group/\(number)"), "code": .text("GR-27-1403-000\(number)"), "name": .null, "urgency": .text(urgency),
      "kind": .record(["code": "groups.group", "fa": "گروه", "en": "group"]), "state": .record(["fa": "آزاد", "en": "open"]),
      "actions": .list([.record(["code": .text(action), "fa": "پذیرفتن", "en": "Accept"])]), "lastDayJalali": day,
    ])
  }

  private func counted(_ tasks: [Value]) -> Value {
    let first = tasks[0]
    return .record([
      "urgency": first["urgency"] ?? .null, "kind": first["kind"] ?? .null, "action": first["actions"]?.items.first ?? .null,
      "count": .int(Int64(tasks.count)), "first": first["code"] ?? .null, "sinceJalali": "1402/01/01",
    ])
  }

  @Test(arguments: Language.allCases)
  func `many tasks of one step are one line, the nearest last days are told one by one`(language: Language) {
    let (dated, few, many) = (
      (1...7).map { task($0, "dated", "groups.close") }, (1...5).map { task($0, "decision", "groups.accept") },
      (1...6).map { task($0, "waiting", "groups.file") }
    )
    let answer: Value = .record([
      "items": .list(dated + few + many), "total": 18, "isWhole": true, "counts": .list([dated, few, many].map(counted)),
    ])
    client.inner.answers["cases.tasks"] = ClientResponse(value: answer, entry: nil)
    _ = session.run("\\lang \(language.rawValue)")
    #expect(session.run("tasks").status == .ok)
    #expect(client.inner.runs.last?.input["limit"] == 500)
    func count(_ text: String) -> Int { io.out.split(separator: "\n").filter { $0.contains(text) }.count }
    #expect(count("groups close GR-") == 5 && count("groups accept GR-") == 5 && count("groups file GR-") == 0, "\(io.out)")
    #expect(count("tasks step=groups.close") == 1 && count("tasks step=groups.file") == 1 && count("step=groups.accept") == 0)
    let parts =
      language == .fa
      ? [
        "مهلت‌دارها", "و بیشتر: پذیرفتن (گروه): 2", "در انتظار تصمیم شما", "پذیرفتن (گروه): 6", "کهنه‌ترین: GR-27-1403-0001", "از 1402/01/01",
        "همه: ۱۸",
      ]
      : [
        "with a last day", "and more: Accept (group): 2", "waiting for your decision", "Accept (group): 6", "the oldest: GR-27-1403-0001",
        "all: 18",
      ]
    for part in parts { #expect(count(part) == 1, "\(part)") }
    io.out = ""
    #expect(session.run("tasks step=groups.file").status == .ok && count("groups file GR-") == 6)
    #expect(client.inner.runs.last?.input == .record(["step": "groups.file"]))
  }

  @Test func `they are completed, helped with, and unknown to a server that does not know them`() throws {
    let completer = Completer(commandTable: try session.commandTable(), codes: SeenCodes())
    #expect(completer.complete("tas").candidates.map(\.text) == ["tasks"])
    #expect(completer.complete("tasks s").insertion == "step=")
    #expect(completer.complete("tasks step=gardens.c").candidates.map(\.text) == ["step=gardens.close"])
    #expect(completer.complete("tasks gar").candidates.map(\.text) == ["gardens"])
    #expect(session.run("help trace").status == .ok)
    #expect(io.out.contains("trace CODE"))
    #expect(Bench().run("show GR-27-1403-0005") == .usage)
  }
}
