import Engine
import Values

extension ConsoleSession {
  /// Asks as much as the command weighs; the better part of this is the default No.
  ///
  /// - Throws: `Refusal` of kind `malformed`, code `console.unconfirmed` or `console.reason`.
  func confirm(_ command: CommandEntry, _ call: Call, _ input: inout Value) throws {
    guard command.weight > 0 else { return }
    let isYes = call.isYes || options.assumeYes
    if !isYes, !io.canAsk {
      throw unconfirmed("این فرمان بدون پایانه به --yes نیاز دارد.", "Without a terminal this command needs --yes.")
    }
    if command.weight > 1 {
      // The reason first: without it the dry run of a command that needs one would refuse.
      try askReason(command, &input)
      if !isYes { try showWhatWouldHappen(command, input) }
    }
    if isYes { return }
    if command.weight == 1 {
      let answer = io.ask(language == .fa ? "\(command.fa)؟ [y/N] " : "\(command.en)? [y/N] ") ?? ""
      guard TypedText.truth(answer) == true else { throw notDone }
      return
    }
    let code = codeToType(command, input)
    let title = language == .fa ? "\(command.fa) — برای تأیید بنویسید" : "\(command.en) — to confirm, type"
    let typed = io.ask("\(title) \(Visible.text(code)): ")
    guard typed?.trimmed == code else { throw notDone }
  }

  /// A dry run shows the rows concerned; what it refuses is refused before anybody has to decide.
  private func showWhatWouldHappen(_ command: CommandEntry, _ input: Value) throws {
    let answer = try client.run(command, input: input, options: CallOptions(dryRun: true)).value
    let told = ["act", "obj", "before", "after"]
    let entries = (answer["entries"]?.items ?? []).map { entry in
      Value.object(entry.members.filter { told.contains($0.name) && $0.value != .object([]) })
    }
    let shown = entries.isEmpty ? answer["result"] ?? answer : .list(entries)
    let text = Rendering.text(shown, mode: .vertical, expansion: .on, style: style(forScreen: true))
    tell("هنوز ثبت نشده؛ آنچه خواهد شد:", "not done yet; what would happen:")
    io.complain(Indent.text(text))
  }

  private func askReason(_ command: CommandEntry, _ input: inout Value) throws {
    guard command.field(named: "reason") != nil, input["reason"] == nil else { return }
    let reason = io.canAsk ? io.ask(language == .fa ? "دلیل: " : "reason: ")?.trimmed ?? "" : ""
    guard !reason.isEmpty else {
      throw Refusal.console(
        "reason", "این فرمان دلیل می‌خواهد: --reason متن", "This command needs a reason: --reason TEXT")
    }
    input = .object(input.members + [.init("reason", .text(reason))])
  }

  /// The value of the first field in the path; the verb where there is none.
  private func codeToType(_ command: CommandEntry, _ input: Value) -> String {
    guard let first = command.pathFields.first, let value = input[first.name] else { return command.verb }
    return value.string ?? JSONWriter.text(value)
  }

  private var notDone: Refusal { unconfirmed("تأیید نشد؛ کاری انجام نشد.", "Not confirmed; nothing was done.") }

  private func unconfirmed(_ fa: String, _ en: String) -> Refusal { .console("unconfirmed", fa, en) }
}
