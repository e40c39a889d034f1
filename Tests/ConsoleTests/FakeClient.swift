import Foundation
import Engine
import Feature
import Values

/// A client that knows a small catalogue of an invented office and notes what is run.
final class FakeClient: CatalogueClient {
  struct Run {
    var id: String
    var input: Value
    var options: CallOptions
  }

  var runs: [Run] = []
  var logins: [String] = []
  var answers: [String: ClientResponse] = [:]
  var refusals: [String: any Error] = [:]
  /// Pages of a list, one for each call.
  var pages: [Value] = []
  var context = ClientContext(host: "test", user: "zahra", province: "IR-27")

  /// What was really done: no dry runs.
  var done: [Run] { runs.filter { !$0.options.dryRun } }

  var isInTransaction = false
  var endings: [String] = []

  func begin(seconds: Int) throws { (isInTransaction, endings) = (true, endings + ["begin \(seconds)"]) }
  func commit() throws -> Int64? {
    (isInTransaction, endings) = (false, endings + ["commit"])
    return 7
  }
  func rollBack() throws { (isInTransaction, endings) = (false, endings + ["rollback"]) }

  var jobState = "done"
  var cancelled: [Int64] = []

  func jobs() throws -> [Value] { [try job(4)] }
  func job(_ id: Int64) throws -> Value {
    .record(["id": .int(id), "work": "import people.register", "state": .text(jobState), "done": 3, "total": 9])
  }
  func cancelJob(_ id: Int64) throws -> Value {
    cancelled.append(id)
    return try job(id)
  }

  /// Sheets that were sent, and what is said of them.
  var sheets: [(action: String, text: String, isTrial: Bool)] = []
  var sheetSummary: Value = .record([
    "rows": 2, "tried": 2, "changed": 2, "same": 0, "failed": 0, "good": 2, "kept": 2, "causes": .list([]),
  ])

  func importSheet(
    _ action: String, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, pace: @escaping BatchPace
  ) throws -> Value {
    sheets.append((action, String(decoding: octets, as: UTF8.self), isTrial))
    _ = pace(1)
    return sheetSummary
  }

  /// What a list is as text, part by part; nil where it cannot be had.
  var exported: [String]? = ["id,name\r\n1,a\r\n", "2,b\r\n"]
  private(set) var exports: [(list: String, filters: Value, isCSV: Bool)] = []

  func exportList(
    _ list: CommandEntry, _ filters: Value, isCSV: Bool, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void
  ) throws {
    exports.append((list.id, filters, isCSV))
    for part in exported ?? [] {
      var text = JSONBuffer(capacity: part.utf8.count)
      text.put(Array(part.utf8))
      try take(text, [0])
    }
    if exported == nil { throw Refusal(.forbidden, "permission.missing", Texts("نه", "no")) }
  }

  /// Things before its own, each an object of JSON with a comma behind it.
  var moreThings = ""
  var catalogueCalls = 0
  var catalogueRefusal: Refusal?

  func catalogue() throws -> Catalogue {
    catalogueCalls += 1
    if let catalogueRefusal { throw catalogueRefusal }
    return try JSONDecoder().decode(
      Catalogue.self, from: Data(catalogueText.replacing("\"things\":[", with: "\"things\":[" + moreThings).utf8))
  }

  func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
    runs.append(Run(id: command.id, input: input, options: options))
    if let error = refusals[command.id] { throw error }
    if command.kind == "list", !pages.isEmpty { return ClientResponse(value: pages.removeFirst(), entry: nil) }
    return answers[command.id] ?? ClientResponse(value: .record(["ok": true]), entry: nil)
  }

  func login(user: String, password: String) throws { logins.append(user + ":" + password) }
  func logout() throws { logins.append("-") }
}

private func field(_ name: String, _ kind: String, optional: Bool = false, personal: Bool = false, more: String = "")
  -> String
{
  """
  {"name":"\(name)","kind":"\(kind)","isOptional":\(optional),"isPersonal":\(personal),"fa":"فیلد","en":"Field"\(more)}
  """
}

private func command(
  _ id: String, _ kind: String, _ path: String, weight: Int = 0, fields: [String]
) -> String {
  """
  {"id":"\(id)","kind":"\(kind)","fa":"کاری کردن","en":"do a thing","method":"POST","path":"\(path)",
   "permission":"gardens.write","weight":\(weight),"fields":[\(fields.joined(separator: ","))],"answer":[\(kind == "list" ? listAnswer : "")]}
  """
}

private let listAnswer = field("code", "text") + "," + field("name", "text")
private let garden = field("garden", "reference", more: #","object":"gardens.garden","prefix":"GD""#)
private let tree = field(
  "tree", "choice",
  more: """
    ,"choices":[{"value":"apple","texts":{"fa":"سیب","en":"Apple"}},{"value":"pomegranate","texts":{"fa":"انار","en":"Pomegranate"}}]
    """)

private let states = """
  ,"choices":[{"value":"wild","texts":{"fa":"خودرو","en":"Wild"}},{"value":"tended","texts":{"fa":"آباد","en":"Tended"}},
  {"value":"sold","texts":{"fa":"فروخته","en":"Sold"}}]
  """

private let catalogueText = """
  {"modules":[{"id":"gardens","fa":"باغ‌ها","en":"Gardens"},{"id":"people","fa":"افراد","en":"People"}],"commands":[
  \([
    command(
      "gardens.plant", "action", "/gardens/{garden}/trees",
      fields: [
        field("count", "int"), garden, tree, field("since", "day", optional: true), field("province", "province", optional: true),
        field("isWatered", "bool", optional: true), field("tags", "list", optional: true, more: ",\"parts\":[\(field("", "text"))]"),
        field("site", "object", optional: true, more: ",\"parts\":[\(field("row", "int"))]"),
      ]),
    command("gardens.close", "action", "/gardens/{garden}/closure", weight: 1, fields: [garden]),
    command(
      "gardens.fell", "action", "/gardens/{garden}/felling", weight: 2,
      fields: [garden, field("reason", "text")]),
    command(
      "gardens.list", "list", "/gardens",
      fields: [field("province", "province", optional: true), field("limit", "int", optional: true), field("cursor", "text", optional: true)]),
    command(
      "people.register", "action", "/people",
      fields: [field("name", "text", personal: true), field("nationalID", "nationalID", personal: true),
        field("level", "int", optional: true)]),
    command("people.count", "query", "/people/count", fields: [field("city", "text", optional: true)]),
    command("configuration.rules", "query", "/rules", fields: []),
  ].joined(separator: ","))
  ],
  "things":[{"object":"gardens.garden","module":"gardens","fa":"باغ","en":"garden","prefix":"GD",
    "fields":[\(field("code", "text")),\(field("state", "choice", more: states))],
    "ways":[{"from":"wild","to":"tended"},{"from":"tended","to":"sold"}]}],
  "rules":[{"id":"gardens.fence","fa":"باغ پرچین دارد.","en":"A garden has a fence.","source":"S1"}],"rulesInForce":"configuration.rules"}
  """
