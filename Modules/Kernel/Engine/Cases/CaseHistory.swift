import Feature
import Jalali
import Ledger
import Store
import Values

/// What the ledger tells of one object.
struct CaseHistory {
  /// Entries that are shown at most, the newest first.
  static let mostEvents = 50

  let reader: CaseReader

  private var connection: Connection { reader.store.connection }

  /// - Parameter row: which the asker sees; whoever sees a thing sees what happened to it.
  func count(of row: CaseRow) throws -> Int {
    let found = try connection.privileged("SELECT count(*) FROM audit_ix WHERE obj=?").bind([.text(row.object)]).first()
    return Int(found?.integer ?? 0)
  }

  func events(of row: CaseRow) throws -> [ShownCase.Event] {
    let entries = try AuditShow.history(of: row.object, limit: CaseHistory.mostEvents, on: connection)
    let names = try staffNames(
      entries.flatMap { [$0["actor"]?["id"]?.string, CaseHistory.absent(of: $0["actor"]?["role"]?.string ?? "")].compactMap(\.self) })
    return try entries.map { entry in
      let actor = entry["actor"]?["id"]?.string ?? ""
      let role = entry["actor"]?["role"]?.string ?? ""
      let time = entry["at_jalali"]?.string ?? ""
      let state = entry["after"]?["state"]?.string
      return ShownCase.Event(
        entry: entry["seq"]?.integer ?? 0, day: try? JalaliDay(parsing: String(time.prefix(10))), time: time, actor: actor,
        actorName: names[actor], role: role, roleLabel: reader.index.unattended(actor) ?? label(of: role, names),
        action: reader.label(of: entry["act"]?.string ?? ""),
        outcome: entry["out"]?.string ?? "", state: row.kind.ways.isEmpty ? nil : state.map { row.kind.state($0) },
        reason: try reason(of: entry), refusal: entry["why"]?["code"]?.string)
    }
  }

  /// In whose place a role was held, `prevention.deputy/u5`; nil for one's own.
  private static func absent(of role: String) -> String? {
    let parts = role.split(separator: "/")
    return parts.count == 2 ? String(parts[1]) : nil
  }

  /// A post as people call it, and on whose behalf.
  private func label(of role: String, _ names: [String: String]) -> CaseLabel {
    guard let absent = CaseHistory.absent(of: role) else { return reader.index.role(role) }
    let post = reader.index.role(String(role.prefix { $0 != "/" }))
    let name = names[absent] ?? absent
    return CaseLabel(role, Texts("\(post.fa)، از طرف \(name)", "\(post.en), on behalf of \(name)"))
  }

  /// Full names by the ledger's name for an actor, of colleagues whom the asker's widest region shows.
  private func staffNames(_ actors: [String]) throws -> [String: String] {
    guard let desk = try? reader.store.contracts.provider(of: (any StaffDirectory).self) else { return [:] }
    let rows = Set(actors.compactMap { $0.hasPrefix("u") ? Int64($0.dropFirst()) : nil })
    guard !rows.isEmpty else { return [:] }
    let found = try desk.names(of: rows.sorted(), in: Snapshot(reader.widestEyes))
    return Dictionary(found.map { ("u\($0.key)", $0.value) }) { first, _ in first }
  }

  /// The words in which somebody said why; nil where none were given, or the person they are about was erased.
  private func reason(of entry: Value) throws -> Personal<String>? {
    guard entry["why"]?["text"] != nil, let seq = entry["seq"]?.integer else { return nil }
    return try AuditShow.opened("why.text", of: seq, reader.store.vault, on: connection)?.string.map { Personal($0) }
  }
}
