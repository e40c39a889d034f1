import Console
import Engine
import Feature
import Jalali
import Persian
import Store
import Values

enum ConfigCommand: Subcommand {
  static let name = "config"
  static let usage =
    "config check [--json] | config show [--province IR-27] [--json] | config plan|apply --as USER [--password-file FILE] [--server ADDRESS:PORT] — all [--config DIR] [--store DIR]"
  static let texts = Texts(
    "پیکربندی را می‌آزماید، نشان می‌دهد و به نام یک نفر پیشنهاد می‌کند.",
    "Checks and shows the configuration files, and proposes them in somebody's name.")
  static let flags = ["config=", "province=", "json", "as=", "password-file=", "token-file=", "server="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let folder = arguments.setting("config") ?? "Config"
    switch arguments.rest.first {
    case "check": return try check(folder, arguments)
    case "plan", "apply": return try propose(folder, arguments, isTrial: arguments.rest.first == "plan")
    case "show": return try show(arguments)
    default: throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)")
    }
  }

  private static func check(_ folder: String, _ arguments: Arguments) throws -> Int32 {
    let check = try ConfigCheck(folder: folder)
    if arguments.has("json") {
      print(JSONWriter.text(.list(check.faults.map(\.value))))
    } else {
      tell(check.faults)
      for warning in check.warnings { Hamyar.complain(warning) }
      if check.faults.isEmpty { print("\(folder): good · درست") }
    }
    return check.faults.isEmpty ? 0 : 2
  }

  static func tell(_ faults: [ConfigFault]) {
    guard !faults.isEmpty else { return }
    let count = faults.count
    Hamyar.complain(
      Texts(
        PersianText.persianDigits("پیکربندی \(count) ایراد دارد:"),
        "The configuration has \(count == 1 ? "one mistake" : "\(count) mistakes"):"))
    for fault in faults { Stderr.write("\(fault.line(in: .en))\n    \(fault.texts.fa)") }
  }

  /// As one proposal in somebody's name, whole or not at all; a plan is the same, taken back.
  private static func propose(_ folder: String, _ arguments: Arguments, isTrial: Bool) throws -> Int32 {
    let files = try ConfigFiles(folder: folder)
    guard let user = arguments.last("as") else { throw UsageFault("با --as بگویید به نام چه کسی.", "Say as whom with --as.") }
    let (client, runtime) = try ConsoleCommand.client(arguments)
    defer { runtime?.close() }
    try client.login(user: user, password: try ConsoleCommand.password(arguments, user))
    defer { try? client.logout() }
    let plan = ConfigPlan(
      files, storedSwitches: try rows(ConfigPlan.lists.switches, client), storedSettings: try rows(ConfigPlan.lists.settings, client))
    for line in plan.lines { print(line) }
    for line in plan.drift { print("only in the store: \(line)") }
    guard !plan.isEmpty else {
      Stderr.write("The store holds everything that \(folder) says. · مخزن همهٔ این پیکربندی را دارد.")
      return 0
    }
    do {
      let answer = try client.run(
        try command(ConfigPlan.action, client), input: plan.input, options: CallOptions(dryRun: isTrial)
      ).value
      report(isTrial ? answer["result"] ?? .null : answer, isTrial: isTrial, steps: plan.lines.count)
    } catch let refusal as Refusal {
      let faults = plan.faults(of: refusal)
      guard !faults.isEmpty else { throw refusal }
      tell(faults)
      Hamyar.complain(Texts("چیزی تغییر نکرد.", "Nothing was changed."))
      return ExitCode(refusal).rawValue
    }
    if client.context.environment == .production { warn(ofExamples: plan.examples) }
    return 0
  }

  private static func report(_ answer: Value, isTrial: Bool, steps: Int) {
    let change = answer["change"]
    for line in answer["overruled"]?.items ?? [] {
      print(
        "overrules \(line["rule"]?.string ?? "").\(line["parameter"]?.string ?? "") = \(line["value"]?.string ?? "") \(line["province"]?.string ?? "")"
      )
    }
    let isApproved = change?["state"]?.string == "approved"
    if isTrial {
      Stderr.write(
        isApproved
          ? "\(steps) steps would be in force from their days; nobody else could approve them."
          : "\(steps) steps would be proposed; another administrator approves them.")
    } else if isApproved {
      Stderr.write("\(steps) steps are in force from their days; nobody else could approve them, and the entry says so.")
    } else {
      let name = change?["id"]?.integer.map { "RX-\($0)" } ?? ""
      Stderr.write("\(steps) steps are proposed as \(name). Another administrator of the national office: configuration approve \(name)")
    }
  }

  /// Numbers that stand for somebody's decision, in a store that is not for training.
  static func warn(ofExamples examples: [String]) {
    guard !examples.isEmpty else { return }
    Hamyar.complain(
      Texts(
        "\(examples.count) مقدار این پیکربندی نمونه است و هنوز کسی دربارهٔ آن تصمیم نگرفته؛ پیش از کار جایگزین کنید:",
        "\(examples.count) values of this configuration are examples that nobody has decided on; replace them before you work:"))
    for line in examples { Stderr.write("    \(line)") }
  }

  private static func command(_ id: String, _ client: any CatalogueClient) throws -> CommandEntry {
    guard let entry = try client.catalogue().commands.first(where: { $0.id == id }) else {
      throw Refusal(
        .forbidden, "permission.denied",
        Texts("این نقش اجازهٔ «\(id)» ندارد.", "This role may not `\(id)`."))
    }
    return entry
  }

  private static func rows(_ list: String, _ client: any CatalogueClient) throws -> [Value] {
    let entry = try command(list, client)
    var rows: [Value] = []
    var cursor: Value = .null
    repeat {
      let page = try client.run(entry, input: .record(["limit": 500, "cursor": cursor]), options: CallOptions()).value
      rows += page["items"]?.items ?? []
      cursor = page["next"] ?? .null
    } while cursor != .null
    return rows
  }

  private static func show(_ arguments: Arguments) throws -> Int32 {
    let runtime = try StoreLocator.reading(arguments)
    defer { runtime.close() }
    let caller = try Caller(runtime, principal: .installer, channel: "cli")
    let rules = try caller.perform(
      "configuration.rules", .record(["province": arguments.last("province").map(Value.text) ?? .null]))
    for line in rules["items"]?.items ?? [] {
      print(arguments.has("json") ? JSONWriter.text(line) : ExplainCommand.line(line))
    }
    return 0
  }
}
