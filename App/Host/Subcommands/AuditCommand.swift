import Feature
import Console
import Ledger
import Engine
import Secrets
import Store
import Values

enum AuditCommand: Subcommand {
  static let name = "audit"
  static let usage =
    "audit verify|checkpoint|key|show|leaf|history|prove|consistency|export|mark [--store DIR] [--anchor …]"
  static let texts = Texts("دفتر امضاشده را می‌آزماید و نشان می‌دهد.", "Checks and shows the signed ledger; works on a copy, offline.")
  static let flags = ["db=", "key=", "anchor=", "hwm=", "json", "quiet"]

  /// 3 for `verify`, where 2 says something else.
  static func usageStatus(_ arguments: [String]) -> Int32 { arguments.first == "verify" ? 3 : 2 }

  static func run(_ arguments: Arguments) throws -> Int32 {
    do {
      return try arguments.rest.first == "mark" ? mark(arguments) : snapshot(arguments)
    } catch let fault as StoreFault where fault.kind == .corrupt && arguments.rest.first == "verify" {
      Hamyar.complain(fault.texts)
      return VerifyReport.Conclusion.tampered.exitCode
    }
  }

  /// Accepts a ledger whose high-water mark is gone as it stands, if it holds in itself, and publishes a new mark.
  private static func mark(_ arguments: Arguments) throws -> Int32 {
    let folder = StoreLocator.folder(arguments)
    guard FileIdentity(folder.highWaterMark) == nil else {
      throw UsageFault("نشان \(folder.highWaterMark) سر جایش است.", "The mark \(folder.highWaterMark) is there.")
    }
    let code = try verify(arguments, Connection(path: folder.database, mode: .reader))
    guard code != VerifyReport.Conclusion.tampered.exitCode else { return code }
    try StoreLocator.runtime(arguments, acceptsMissingMark: true).close()
    Stderr.write(
      "From now on \(folder.highWaterMark) vouches for this ledger; what was lost before cannot be seen any more.\n"
        + "از این پس نشان تازه از همین دفتر است؛ اگر پیش‌تر چیزی گم شده باشد دیگر پیدا نیست.")
    return 0
  }

  private static func snapshot(_ arguments: Arguments) throws -> Int32 {
    let path = arguments.last("db") ?? StoreLocator.folder(arguments).database
    let connection = try Connection(path: path, mode: arguments.last("db") == nil ? .reader : .copy)
    let rest = arguments.rest
    switch rest.first {
    case "verify": return try verify(arguments, connection)
    case "checkpoint":
      guard let note = try AuditProof.head(on: connection) else {
        throw UsageFault("دفتر هنوز خالی است.", "The ledger is still empty.")
      }
      print(note, terminator: "")
      return 0
    case "show":
      guard rest.count == 2, let seq = TypedText.wholeNumber(rest[1]) else { throw usageFault("audit show SEQ") }
      guard let entry = try AuditShow.entry(seq, on: connection) else { throw Refusal.notFound(Texts("این ردیف دفتر", "This entry")) }
      print(JSONWriter.text(entry))
      return 0
    case "leaf":
      guard rest.count == 2, let seq = TypedText.wholeNumber(rest[1]) else { throw usageFault("audit leaf SEQ") }
      guard let leaf = try AuditShow.leaf(seq, on: connection) else { throw Refusal.notFound(Texts("این ردیف دفتر", "This entry")) }
      print(String(decoding: leaf, as: UTF8.self), terminator: "")
      return 0
    case "key":
      for vkey in try AuditProof.keys(on: connection) { print(vkey) }
      return 0
    case "export":
      guard rest.count == 2 else { throw usageFault("audit export DIR") }
      let signer = arguments.last("db") == nil ? try FileSigner(ofStore: StoreLocator.folder(arguments)) : nil
      let written = try AuditBundle.write(to: rest[1], signer: signer, on: connection)
      print("\(written.entries) entries in \(written.files) files in \(rest[1])")
      return 0
    case "history":
      guard rest.count == 2 else { throw usageFault("audit history OBJECT") }
      for entry in try AuditShow.history(of: rest[1], on: connection) { print(JSONWriter.text(entry)) }
      return 0
    case "prove":
      guard rest.count == 2, let seq = TypedText.wholeNumber(rest[1]) else { throw usageFault("audit prove SEQ") }
      print(try AuditProof.inclusion(of: seq, on: connection), terminator: "")
      return 0
    case "consistency":
      guard rest.count == 3, let old = size(rest[1]), let new = size(rest[2]) else { throw usageFault("audit consistency OLD NEW") }
      print(try AuditProof.consistency(from: old, to: new, on: connection), terminator: "")
      return 0
    default: throw usageFault(usage)
    }
  }

  private static func size(_ text: String) -> UInt64? { TypedText.wholeNumber(text).flatMap { UInt64(exactly: $0) } }

  private static func usageFault(_ usage: String) -> UsageFault { UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)") }

  /// Exit codes of its own: 0 proven against an anchor, 1 tampered, 2 only internally consistent.
  private static func verify(_ arguments: Arguments, _ connection: Connection) throws -> Int32 {
    var anchors = try arguments.all("anchor").map { try Anchor(parsing: $0, source: "--anchor") }
    anchors += try arguments.all("hwm").map { path in
      try Anchor(parsing: NamedFile.using { try PlainFile.read(path) }, source: path)
    }
    let registry = try Registry(InstalledModules.all)
    let known = try arguments.last("key").map { try NoteKey(vkey: $0) }
    // An auditor has the public key only; where the store's own keys lie, its sealed openings are opened too.
    let vault = arguments.last("db") == nil ? try? StoreLocator.folder(arguments).vault(for: connection) : nil
    let report = try LedgerVerifier.verify(
      on: connection, key: known?.key, keyName: known?.name ?? "", tables: registry.auditedTables, anchors: anchors,
      vault: vault, progress: { Stderr.progress("verify \($0)/\($1)") })
    if Stderr.isTerminal { Stderr.write("") }
    if vault == nil {
      Stderr.write(
        "warning: without master.key sealed openings were counted, not opened\n         بدون master.key گشایه‌ها شمرده شد، باز نشد")
    }
    for warning in report.warnings { Stderr.write("warning: \(warning.en)\n         \(warning.fa)") }
    if arguments.has("json") { print(JSONWriter.text(report.summary)) } else { print(report.lines) }
    return report.conclusion.exitCode
  }
}

extension VerifyReport {
  var summary: Value {
    .record([
      "outcome": .text(conclusion.rawValue), "entries": .int(entries), "rows": .int(rows), "root": .text(root),
      "anchors": .int(Int64(anchors)), "faults": .int(Int64(faultCount)),
      "firstBad": firstBad.map {
        .record(["seq": $0.seq.map(Value.int) ?? .null, "fa": .text($0.what.fa), "en": .text($0.what.en)])
      } ?? .null,
    ])
  }

  var lines: String {
    var lines = ["\(entries) entries, \(rows) rows bound, root \(root)"]
    for fault in faults { lines.append("  entry \(fault.seq.map(String.init) ?? "-"): \(fault.what.en) · \(fault.what.fa)") }
    switch conclusion {
    case .proven: lines.append("proven against \(anchors) anchor(s) up to \(anchoredSize) · اثبات شد")
    case .tampered:
      lines.append("TAMPERED: \(faultCount) fault(s), first at entry \(firstBad?.seq.map(String.init) ?? "-") · دست‌خورده")
    case .unanchored:
      lines.append(
        "internally consistent only: no outside anchor was given (--anchor 'SIZE ROOT', --hwm FILE) · بدون لنگر بیرونی")
    }
    return lines.joined(separator: "\n")
  }
}
