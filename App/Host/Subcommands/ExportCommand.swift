import Console
import Engine
import Values

enum ExportCommand: Subcommand {
  static let name = "export"
  static let usage = "export QUERY --as USER [--csv|--json] [field=value …]"
  static let texts = Texts("یک فهرست را کامل بیرون می‌دهد.", "Writes a whole list as CSV or JSON lines.")
  static let flags = ["csv", "json", "as=", "password-file="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    guard let id = arguments.rest.first else { throw UsageFault("نام فهرست را بدهید.", "Name the list.") }
    let runtime = try StoreLocator.runtime(arguments)
    defer { runtime.close() }
    guard let command = runtime.registry.command(id), command.kind == .list else {
      throw UsageFault("فهرست \(id) نیست.", "There is no list \(id).")
    }
    let caller = try Caller(runtime, principal: try SignedInUser.principal(arguments, runtime), channel: "export")
    let filters = arguments.rest.dropFirst().compactMap { word -> Value.Member? in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? Value.Member(parts[0], .text(parts[1])) : nil
    }
    Signals.watch()
    var progress = Progress(total: nil)
    let rows = try caller.rows(id, filters) { done in
      Stderr.draw(progress.step(done))
      return !Signals.isInterrupted
    }
    Stderr.draw(progress.end())
    guard !Signals.isInterrupted else {
      Stderr.write("stopped at row \(rows.count); nothing was written · بازایستاد؛ چیزی نوشته نشد")
      return 1
    }
    if arguments.has("json") {
      for row in rows { print(JSONWriter.text(row)) }
    } else {
      let sheet = ListSheet(command)
      print(sheet.header, terminator: "")
      for row in rows { print(sheet.line(row), terminator: "") }
    }
    try caller.noteExport(command, filters: .object(filters), rows: rows.count)
    return 0
  }
}
