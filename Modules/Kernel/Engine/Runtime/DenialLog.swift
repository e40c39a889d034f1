import Feature
import Ledger
import Store
import Values

/// Keeps a flood of refusals from filling the ledger: of what one actor is refused again and again from one place, the first in
/// a minute leave entries of their own, the others are counted, and the count becomes an entry when the minute is over.
enum DenialLog {
  /// Microseconds.
  static let window: Int64 = 60_000_000
  /// Refusals of a kind within a window that leave an entry of their own: more than a person makes by mistake.
  static let mostOfTheirOwn: Int64 = 10
  /// The same of all kinds together, for whoever varies what is asked.
  static let mostOfAnActor: Int64 = 60
  /// Windows of others that are closed along with one refusal.
  private static let mostClosed = 20

  static let schema = Migration(
    "registry.denials",
    """
    CREATE TABLE registry_denial(
      actor TEXT NOT NULL, -- who was refused
      act TEXT NOT NULL, -- which action
      code TEXT NOT NULL, -- of the refusal
      object TEXT NOT NULL, -- about what
      host TEXT NOT NULL, -- from where
      kind TEXT NOT NULL, -- of the actor
      role TEXT NOT NULL, -- in which it was tried
      channel TEXT NOT NULL, -- by which face
      province TEXT, -- two digits; NULL for the nation
      since INTEGER NOT NULL, -- microseconds since 1970, UTC: the first of the window
      entry INTEGER NOT NULL, -- seq of the last entry of its own; of the actor's last, where it has none
      own INTEGER NOT NULL, -- entries of its own
      count INTEGER NOT NULL, -- refusals within the window
      PRIMARY KEY(actor, act, code, object, host)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX registry_denial_since ON registry_denial(since)")

  /// Appends the entry, or counts it.
  ///
  /// - Parameter micros: the time that the entry bears.
  /// - Returns: its entry, or that of the last of its kind, and whether it is its own.
  static func keep(
    _ draft: EntryDraft, at micros: Int64, _ services: WriterServices, _ connection: Connection
  ) throws -> (entry: Int64, isOwn: Bool) {
    try close(before: micros - window, atMost: mostClosed, micros, services, connection)
    let key: [Value] = [
      .text(draft.actor.id), .text(draft.act), .text(draft.whyCode ?? ""), .text(draft.object), .text(draft.origin.host),
    ]
    let known = try connection.privileged(
      "SELECT entry, own FROM registry_denial WHERE actor=? AND act=? AND code=? AND object=? AND host=? AND since <= ?"
    ).bind(key + [.int(micros)]).all().first
    let all = try connection.privileged(
      "SELECT max(entry), sum(own) FROM registry_denial WHERE actor=? AND since <= ?"
    ).bind([.text(draft.actor.id), .int(micros)]).all().first
    let isOwn = (known?[1].integer ?? 0) < mostOfTheirOwn && (all?[1].integer ?? 0) < mostOfAnActor
    let last = known?[0].integer ?? all?[0].integer
    let entry: Int64
    if isOwn || last == nil {
      entry = try services.ledger.append(draft, on: connection)
      services.condition.clockGuard.note(entry: micros)
    } else {
      entry = last ?? 0
    }
    try connection.privileged(
      """
      INSERT INTO registry_denial(actor,act,code,object,host,kind,role,channel,province,since,entry,own,count)
      VALUES(?,?,?,?,?,?,?,?,?,?,?,?,1)
      ON CONFLICT DO UPDATE SET entry = excluded.entry, own = own + excluded.own, count = count + 1, since = min(since, excluded.since)
      """
    ).bind(
      key + [
        .text(draft.actor.kind), .text(draft.actor.role), .text(draft.origin.channel), draft.province.map(Value.text) ?? .null,
        .int(micros), .int(entry), .int(isOwn ? 1 : 0),
      ]
    ).run()
    return (entry, isOwn)
  }

  /// Closes windows that are over; a count beyond the entries of their own becomes an entry.
  ///
  /// - Parameters:
  ///   - limit: windows that began before it are over.
  ///   - most: how many at most, the oldest first.
  static func close(
    before limit: Int64, atMost most: Int, _ micros: Int64, _ services: WriterServices, _ connection: Connection
  ) throws {
    let rows = try connection.privileged(
      """
      SELECT actor,act,code,object,host,kind,role,channel,province,since,entry,own,count FROM registry_denial
      WHERE since < ? ORDER BY since LIMIT ?
      """
    ).bind([.int(limit), .int(Int64(most))]).all()
    for row in rows {
      if let own = row[11].integer, let count = row[12].integer, count > own {
        _ = try services.ledger.append(summary(of: row, beyond: count - own, at: micros), on: connection)
        services.condition.clockGuard.note(entry: micros)
      }
      try connection.privileged("DELETE FROM registry_denial WHERE actor=? AND act=? AND code=? AND object=? AND host=?")
        .bind(Array(row[0..<5])).run()
    }
  }

  private static func summary(of row: [Value], beyond count: Int64, at micros: Int64) -> EntryDraft {
    func text(_ place: Int) -> String { row[place].string ?? "" }
    var entry = EntryDraft(
      act: text(1), actor: LedgerActor(id: text(0), kind: text(5), role: text(6)), at: Clock.rfc3339(micros),
      module: String(text(1).prefix { $0 != "." }), object: text(3),
      origin: LedgerOrigin(channel: text(7), host: text(4), session: ""), outcome: .denied, province: row[8].string,
      request: "denials-\(row[10].integer ?? 0)")
    entry.cause = row[10].integer
    entry.whyCode = text(2)
    entry.after = [
      .init("repeated", .int(count)), .init("since", .text(Clock.rfc3339(row[9].integer ?? 0))),
    ]
    return entry
  }
}
