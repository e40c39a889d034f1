import Ledger
import Persian
import Registry
import Store
import Values

enum ImportCommand: Subcommand {
  static let name = "import"
  static let usage = "import ACTION FILE.csv --as USER [--dry-run] [--skip-invalid] [--errors FILE.csv]"
  static let texts = Texts("یک سطر CSV یک اجرای فرمان است؛ همه یا هیچ.", "One CSV row is one action; all or nothing unless --skip-invalid.")
  static let flags = ["dry-run", "skip-invalid", "as=", "password-file=", "errors="]

  static func run(_ words: Words) throws -> Int32 {
    guard words.rest.count == 2 else { throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }
    let runtime = try Opening.runtime(words)
    defer { runtime.close() }
    guard let command = runtime.registry.command(words.rest[0]), command.kind == .action else {
      throw UsageFault("فرمان \(words.rest[0]) نیست.", "There is no action \(words.rest[0]).")
    }
    let sheet = try NamedFile.using { try CSVSheet(file: words.rest[1]) }
    let columns = try sheet.header.map { title -> String in
      let key = PersianText.searchKey(title)
      let field = command.fields.first { $0.name == title || PersianText.searchKey($0.texts.fa) == key }
      guard let field else {
        let known = command.fields.map(\.name).joined(separator: ", ")
        throw UsageFault("ستون «\(title)» شناخته نیست. ستون‌ها: \(known)", "The column `\(title)` is not known. Columns: \(known)")
      }
      return field.name
    }
    var inputs: [Value] = []
    var problems: [Int: Refusal] = [:]
    for (index, row) in sheet.rows.enumerated() {
      let members = zip(columns, row).filter { !$0.1.isEmpty }.map { Value.Member($0.0, .text($0.1)) }
      do {
        inputs.append(try Field.conform(.object(members), to: command.fields, reading: .typed))
      } catch let refusal as Refusal {
        problems[index] = refusal
        inputs.append(.null)
      }
    }
    let actor = try ActorChoice.actor(words, runtime)
    let good = inputs.indices.filter { problems[$0] == nil }
    let mayWrite = problems.isEmpty || words.has("skip-invalid")
    let context = CallContext(
      actor: actor, origin: LedgerOrigin(channel: "import", host: "", session: actor.session), request: "import",
      dryRun: words.has("dry-run") || !mayWrite)
    let pace = ImportPace(total: good.count)
    let answer = try runtime.performAll(
      command, good.map { inputs[$0] }, context, skippingRefused: words.has("skip-invalid"), pace: pace.goesOn)
    pace.end()
    for (row, refusal) in answer.refused { problems[good[row]] = refusal }
    for (index, refusal) in problems.sorted(by: { $0.key < $1.key }) { Stderr.write(line(index, refusal)) }
    if let path = words.last("errors") { try sheet.writeErrors(problems.mapValues(\.texts), to: path) }
    print(
      "rows \(sheet.rows.count)  good \(answer.done)  refused \(problems.count)  kept \(answer.isKept ? answer.done : 0)")
    let isStopped = answer.tried < good.count
    if isStopped {
      Stderr.write("stopped after row \(answer.tried) of \(good.count) · پس از سطر \(answer.tried) از \(good.count) بازایستاد")
    }
    return problems.isEmpty && !isStopped ? 0 : answer.isKept ? 3 : 1
  }

  private static func line(_ index: Int, _ refusal: Refusal) -> String {
    let faults = refusal.faults.map { "\($0.pointer) \($0.texts.en) · \($0.texts.fa)" }.joined(separator: "; ")
    return "row \(index + 2): \(refusal.code) \(refusal.texts.en) · \(refusal.texts.fa) \(faults)"
  }
}

/// Who a command-line import or export is made as: somebody with an account, who signs in.
enum ActorChoice {
  static func actor(_ words: Words, _ runtime: Runtime) throws -> Actor {
    guard let user = words.last("as") else {
      throw UsageFault("با --as بگویید به نام چه کسی.", "Say as whom with --as.")
    }
    let client = try LocalClient(runtime)
    try client.login(user: user, password: try ConsoleCommand.password(words, user))
    return try client.actor()
  }
}
