import Engine
import Values

extension ConsoleSession {
  /// Runs a command of the catalogue and shows its answer.
  func run(_ call: Call) throws {
    let (command, rest) = try resolve(call)
    var input = try self.input(of: command, rest)
    let isDryRun = call.isDryRun && command.isAction
    fillReason(call.reason ?? options.reason, into: &input, of: command, wasAsked: call.reason != nil)
    if command.isAction, !isDryRun { try confirm(command, call, &input) }
    if call.isAll, command.kind == "list" {
      try showAll(command, input, call)
      return
    }
    let key = command.isAction && !isDryRun ? IdempotencyKey.fresh() : nil
    let answer = try client.run(command, input: input, options: CallOptions(dryRun: isDryRun, idempotencyKey: key))
    learn(from: answer.value)
    if command.isAction { rows.forget() }
    lastAnswer = answer.value
    if command.isAction { forgetDuty() }
    show(answer.value, of: command, call)
    if isInTransaction, command.isAction, !isDryRun { tell("تا commit ثبت نمی‌شود", "not kept before commit") }
    if let entry = answer.entry { tell("ثبت شد: ", "recorded: ", "#\(entry)") }
    if let next = answer.value["next"], !next.isNull, answer.value.isPage {
      tell("ادامه دارد: ", "there is more: ", "--all")
    }
  }

  /// What was typed, as the command's input; what cannot be read leads to the command's help.
  func input(of command: CommandEntry, _ words: [Word]) throws -> Value {
    do {
      let builder = InputBuilder(command)
      return try builder.input(try builder.assign(try variables.expand(words)))
    } catch var refusal as Refusal where refusal.next.isEmpty {
      refusal.next = [
        NextStep(
          Texts("ببینید «\(command.fa)» چه می‌خواهد.", "See what “\(command.en)” takes."), command: "help",
          input: [.init("module", .text(command.module)), .init("verb", .text(command.verb))])
      ]
      throw refusal
    }
  }

  private func resolve(_ call: Call) throws -> (command: CommandEntry, rest: [Word]) {
    let commandTable = try commandTable()
    do {
      return try commandTable.resolve(call.words)
    } catch {
      if commandTable.isBarred, let duty = commandTable.duty { throw Refusal(.forbidden, "console.duty", duty) }
      // A guest's catalogue is nearly empty: what is missing is the person, not the command.
      guard client.context.user == nil else { throw error }
      throw Refusal(.unauthenticated, "console.guest", Texts("نخست وارد شوید: login نام‌کاربری", "Sign in first: login USER"))
    }
  }

  /// The answer of a query that the console shows in its own way.
  func ask(_ call: Call) throws -> Value {
    let (command, rest) = try resolve(call)
    let input = try self.input(of: command, rest)
    return try client.run(command, input: input, options: CallOptions()).value
  }

  private func fillReason(_ reason: String?, into input: inout Value, of command: CommandEntry, wasAsked: Bool) {
    guard let reason, command.isAction else { return }
    guard command.field(named: "reason") != nil else {
      if wasAsked { tell("این فرمان دلیل نگه نمی‌دارد", "this command keeps no reason") }
      return
    }
    if input["reason"] == nil { input = .object(input.members + [.init("reason", .text(reason))]) }
  }

  /// Progress is for eyes only.
  func tell(_ progress: String?) {
    if let progress, io.canAsk { io.complain(progress) }
  }

  /// All pages as one list; Ctrl-C shows what has come so far.
  private func showAll(_ command: CommandEntry, _ input: Value, _ call: Call) throws {
    var items: [Value] = []
    var cursors: Set<String> = []
    var input = input
    if input["limit"] == nil, command.field(named: "limit") != nil {
      // The largest page a list gives.
      input = .object(input.members + [.init("limit", 500)])
    }
    var page = input
    var progress = Progress(total: nil)
    defer { tell(progress.end()) }
    while true {
      let answer = try client.run(command, input: page, options: CallOptions())
      learn(from: answer.value)
      items += answer.value["items"]?.items ?? []
      tell(progress.step(items.count))
      guard let next = answer.value["next"], !next.isNull else { break }
      // A cursor that comes back would run for ever.
      guard cursors.insert(next.string ?? JSONWriter.text(next)).inserted else { break }
      guard !io.isInterrupted else {
        tell("ناتمام: ", "interrupted: ", String(items.count))
        break
      }
      page = .object(input.members.filter { $0.name != "cursor" } + [.init("cursor", next)])
    }
    tell(progress.end())
    lastAnswer = .record(["items": .list(items), "next": .null])
    show(lastAnswer, of: command, call)
  }
}

/// A key under which a repeated request is answered once.
enum IdempotencyKey {
  static func fresh() -> String {
    var generator = SystemRandomNumberGenerator()
    return Hex.encode(generator.next()) + Hex.encode(generator.next())
  }
}
