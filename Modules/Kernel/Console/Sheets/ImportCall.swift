import Engine
import Synchronization
import Values

/// `import MODULE VERB FILE [--dry-run] [--skip-invalid] [--again] …`: one action for each row of a sheet.
struct ImportCall {
  /// The largest file that is read, in octets; a server may take less.
  static let largestFile = 64 << 20

  /// The action as it was typed, and the file behind it.
  let words: [Word]
  var options = SheetOptions()

  /// Nil for words that are about something else.
  ///
  /// - Throws: `Refusal` of kind `malformed` for an option that an import does not have, or one without its value.
  init?(_ call: Call) throws {
    guard call.words.first?.whole == "import" else { return nil }
    var words: [Word] = []
    var left = call.words.dropFirst()
    while let word = left.popFirst() {
      func value() throws -> String {
        guard let text = word.name != nil ? word.text : left.popValue()?.whole, !text.isEmpty else {
          throw Refusal.console("import", "پس از \(word.whole) مقدار لازم است.", "\(word.whole) needs a value.")
        }
        return text
      }
      switch word.option {
      case nil: words.append(word)
      case "skip-invalid": options.skipsRefused = true
      case "again": options.isAgain = true
      case "encoding": options.encoding = try SheetEncoding(naming: try value())
      case "ignore": options.ignored.append(try value())
      case "map": options.mapped.append(try SheetOptions.mapping(try value()))
      default: throw Refusal.console("import", "گزینهٔ \(word.whole) در import نیست.", "import has no \(word.whole).")
      }
    }
    self.words = words
  }
}

extension ConsoleSession {
  /// A server may have a module of that name; then it is meant.
  func importCall(_ call: Call) throws -> ImportCall? {
    guard call.words.first?.whole == "import", try !commandTable().moduleNames.contains("import") else { return nil }
    return try ImportCall(call)
  }

  /// Where somebody sits there, all rows are tried before anything is kept, and they are asked.
  func run(_ sheet: ImportCall, _ call: Call) throws -> LineResult {
    let (command, rest) = try commandTable().resolve(sheet.words)
    let files = rest.filter { $0.name == nil }
    guard command.isAction, files.count == 1 else {
      throw Refusal.console("import", "روش: import بخش فرمان پرونده [فیلد=مقدار]", "Usage: import MODULE VERB FILE [FIELD=VALUE]")
    }
    var sheet = sheet
    sheet.options.given = rest.compactMap { word in word.name.map { ($0, word.text) } }
    let octets = try Descriptor.octets(of: files[0].whole, limit: ImportCall.largestFile)
    if !call.isDryRun, !call.isYes, !options.assumeYes {
      guard io.canAsk else {
        guard command.weight == 0 else {
          throw Refusal.console("unconfirmed", "این فرمان بدون پایانه به --yes نیاز دارد.", "Without a terminal this command needs --yes.")
        }
        return try importRows(command, octets, sheet.options, isTrial: false, isJSON: call.isJSON)
      }
      let trial = try importRows(command, octets, sheet.options, isTrial: true, isJSON: call.isJSON)
      guard trial.status == .ok || sheet.options.skipsRefused else { return trial }
      let question = language == .fa ? "وارد شود؟ [y/N] " : "import it? [y/N] "
      guard TypedText.truth(io.ask(question) ?? "") == true else {
        throw Refusal.console("unconfirmed", "انجام نشد.", "Not done.")
      }
    }
    return try importRows(command, octets, sheet.options, isTrial: call.isDryRun, isJSON: call.isJSON)
  }

  private func importRows(
    _ command: CommandEntry, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, isJSON: Bool
  ) throws -> LineResult {
    let io = SheetProgress(io)
    let summary = try client.importSheet(command.id, octets, options, isTrial: isTrial, pace: io.goesOn)
    io.end()
    if !isTrial { rows.forget() }
    lastAnswer = summary
    if isJSON || mode.isJSON { show(summary, isJSON: isJSON) } else { write(SheetLines(language).told(summary, isTrial: isTrial)) }
    let isWhole = summary["failed"] == 0 && summary["tried"] == summary["rows"]
    return isWhole ? .ok : LineResult(status: (summary["kept"]?.integer ?? 0) > 0 ? .partial : .failed)
  }
}

/// Draws how far an import is, from whichever thread tells it; Ctrl-C ends it.
private final class SheetProgress: Sendable {
  // Safe because what draws on the screen does nothing but write to a descriptor, and one import runs at a time.
  nonisolated(unsafe) private let io: any ConsoleIO
  private let progress = Mutex(Progress(total: nil))

  init(_ io: any ConsoleIO) { self.io = io }

  func goesOn(_ done: Int) -> Bool {
    if io.isTerminal, let line = progress.withLock({ $0.step(done) }) { io.complain(line) }
    return !io.isInterrupted
  }

  func end() { if io.isTerminal, let line = progress.withLock({ $0.end() }) { io.complain(line) } }
}
