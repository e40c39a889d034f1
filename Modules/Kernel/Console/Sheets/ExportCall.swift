import Engine
import Glibc
import Values

/// `export MODULE LIST FILE [FIELD=VALUE …] [--json] [--bom]`: a whole list into a new file.
extension ConsoleSession {
  /// A server may have a module of that name; then it is meant.
  func isExport(_ call: Call) throws -> Bool {
    try call.words.first?.whole == "export" && !commandTable().moduleNames.contains("export")
  }

  func export(_ call: Call) throws {
    var words = Array(call.words.dropFirst())
    let hasMark = words.contains { $0.option == "bom" }
    words.removeAll { $0.option == "bom" }
    let (command, rest) = try commandTable().resolve(words)
    let files = rest.filter { $0.name == nil && $0.option == nil }
    guard command.kind == "list", files.count == 1 else {
      throw Refusal.console("export", "روش: export بخش فهرست پرونده [فیلد=مقدار]", "Usage: export MODULE LIST FILE [FIELD=VALUE]")
    }
    let filters = try input(of: command, rest.filter { $0.name != nil || $0.option != nil })
    let path = files[0].whole
    let file = try Descriptor.openPrivate(path, appending: false, isNew: true)
    defer { Descriptor.end(file) }
    var rows = 0
    func write(_ text: String) throws {
      guard Descriptor.write(text, to: file) else {
        throw Refusal.console("file", "در پروندهٔ «\(path)» نوشته نشد.", "The file \"\(path)\" takes no more.")
      }
    }
    do {
      if hasMark, !call.isJSON { try write("\u{FEFF}") }
      var progress = Progress(total: nil)
      try client.exportList(command, filters, isCSV: !call.isJSON) { text, begins in
        try write(text.withBytes { String(decoding: $0, as: UTF8.self) })
        rows += begins.count
        tell(progress.step(rows))
        if io.isInterrupted { throw InterruptedExportFault(rows: begins.count, Refusal.console("export", "ناتمام", "Interrupted.")) }
      }
      tell(progress.end())
    } catch {
      unlink(path)
      throw (error as? InterruptedExportFault)?.reason ?? error
    }
    lastAnswer = .record(["rows": .int(Int64(rows))])
    if call.isJSON { show(lastAnswer, isJSON: true) } else { tell("\(rows) ردیف در \(path)", "\(rows) rows in \(path)") }
  }
}
