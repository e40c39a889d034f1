import Console
import Engine
import Glibc
import Values

enum ExportCommand: Subcommand {
  static let name = "export"
  static let usage = "export LIST --as USER [--server ADDRESS:PORT] [--csv [--bom]|--json] [--lang fa|en] [field=value …]"
  static let texts = Texts(
    "یک فهرست را کامل به شکل CSV یا سطرهای JSON بیرون می‌دهد؛ ‎--bom نشانهٔ UTF-8 را برای Excel در آغاز می‌گذارد.",
    "Writes a whole list as CSV or JSON lines; --bom puts the UTF-8 mark in front, for Excel.")
  static let flags = ["csv", "json", "bom", "as=", "password-file=", "server=", "token-file=", "lang="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    guard let id = arguments.rest.first else { throw UsageFault("نام فهرست را بدهید.", "Name the list.") }
    guard !arguments.has("json") || !(arguments.has("csv") || arguments.has("bom")) else {
      throw UsageFault("یا --json یا --csv؛ ‎--bom تنها برای CSV است.", "Either --json or --csv; --bom is for CSV only.")
    }
    let (client, runtime) = try ConsoleCommand.client(arguments)
    defer { runtime?.close() }
    guard let command = try (runtime?.registry ?? Registry(InstalledModules.all)).command(id), command.kind == .list else {
      throw UsageFault("فهرست \(id) نیست.", "There is no list \(id).")
    }
    guard let user = arguments.last("as") else { throw UsageFault("با --as بگویید به نام چه کسی.", "Say as whom with --as.") }
    try client.login(user: user, password: try ConsoleCommand.password(arguments, user))
    let filters = arguments.rest.dropFirst().compactMap { word -> Value.Member? in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? Value.Member(parts[0], .text(parts[1])) : nil
    }
    let input = try Field.conform(.object(filters), to: command.fields, mode: .typed)
    Signals.hold()
    var output = ExportOutput(marksUTF8: arguments.has("bom"))
    do {
      try client.exportList(command.entry, input, isCSV: !arguments.has("json")) { text, begins in try output.write(text, begins) }
    } catch {
      output.endProgress()
      switch (error as? InterruptedExportFault)?.reason as? ExportFault {
      case .signal: break
      case .output(let reason): Hamyar.complain(Texts("خروجی نوشته نمی‌شود: \(reason)", "The output cannot be written: \(reason)"))
      // Where nothing has left the house yet, a refusal is a refusal.
      case nil where output.rows == 0: throw error
      case nil: _ = Hamyar.explain(error)
      }
      let rows = output.rows
      Stderr.write(
        "stopped at row \(rows); what was written stays, the last row perhaps in part"
          + " · در سطر \(rows) بازایستاد؛ آنچه نوشته شد می‌ماند، شاید سطر آخر ناتمام")
      return 1
    }
    output.endProgress()
    return 0
  }
}

/// Why an export ended before its last row.
private enum ExportFault: Error {
  /// It was asked to.
  case signal
  /// Nobody takes what it writes; what the system says of that.
  case output(String)
}

/// Standard output, with a count of the rows that left.
private struct ExportOutput {
  private static let markOfUTF8: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Rows that went out, the one included that went out in part.
  private(set) var rows = 0
  private var marksUTF8: Bool
  private var progress = Progress(total: nil)

  /// - Parameter marksUTF8: whether a byte order mark goes in front.
  init(marksUTF8: Bool) { self.marksUTF8 = marksUTF8 }

  /// Writes a page on.
  ///
  /// - Parameter begins: where in the text each row begins.
  /// - Throws: `InterruptedExportFault` with an `ExportFault` when a signal came or the text cannot be written.
  mutating func write(_ text: borrowing JSONBuffer, _ begins: [Int]) throws {
    if marksUTF8 { _ = ExportOutput.markOfUTF8.withUnsafeBytes { ExportOutput.write($0) } }
    marksUTF8 = false
    let (written, failure) = text.withBytes { ExportOutput.write($0) }
    let taken = begins.count { $0 < written }
    rows += taken
    if let failure = failure ?? (Signals.isInterrupted ? .signal : nil) { throw InterruptedExportFault(rows: taken, failure) }
    Stderr.draw(progress.step(rows))
  }

  mutating func endProgress() { Stderr.draw(progress.end()) }

  /// Octets that went out, and why not all of them.
  private static func write(_ octets: UnsafeRawBufferPointer) -> (written: Int, failure: ExportFault?) {
    var written = 0
    while written < octets.count {
      let count = Glibc.write(STDOUT_FILENO, octets.baseAddress.map { $0 + written }, octets.count - written)
      if count < 0, errno != EINTR { return (written, .output(String(cString: strerror(errno)))) }
      written += max(0, count)
      // A signal ends a write that waits for its reader, often after a part of it.
      if written < octets.count, Signals.isInterrupted { return (written, .signal) }
    }
    return (written, nil)
  }
}
