import Jalali
import Persian
import Secrets
public import Store
public import Values

/// Entries for people to read. Guarded values stay what they are in the ledger: commitments.
public enum AuditShow {
  /// The members of an entry as stored, with its hash and its time by the Jalali calendar and Tehran's clock; nil when
  /// there is none of that number.
  ///
  /// - Throws: `StoreFault` when the store cannot be read, `Refusal` when the entry is no JSON.
  public static func entry(_ seq: Int64, on connection: Connection) throws -> Value? {
    let row = try connection.privileged("SELECT leaf, hash FROM main.audit_entry WHERE id=?").bind([.int(seq)]).all().first
    guard case .bytes(let leaf) = row?[0], case .bytes(let hash) = row?[1] else { return nil }
    var members = try JSONReader.read(leaf).members
    if let at = members.first(where: { $0.name == "at" })?.value.string, let text = jalali(at) {
      members.append(Value.Member("at_jalali", .text(text)))
    }
    members.append(Value.Member("hash", .text(Hex.encode(hash))))
    return .object(members)
  }

  /// The very bytes of an entry that are hashed; nil when there is none of that number.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public static func leaf(_ seq: Int64, on connection: Connection) throws -> [UInt8]? {
    let leaf = try connection.privileged("SELECT leaf FROM main.audit_entry WHERE id=?").bind([.int(seq)]).first()
    if case .bytes(let bytes) = leaf { return bytes }
    return nil
  }

  /// The entries of an object, `module.thing/row`, newest first. `before` is the seq from which a next page goes on.
  ///
  /// - Parameters:
  ///   - object: `module.thing/row`.
  ///   - before: the seq from which a next page goes on, itself not included.
  ///   - limit: entries at most.
  /// - Throws: `StoreFault` when the store cannot be read, `Refusal` when an entry is no JSON.
  public static func history(
    of object: String, before: Int64 = .max, limit: Int = 50, on connection: Connection
  ) throws -> [Value] {
    try connection.privileged("SELECT entry FROM main.audit_ix WHERE obj=? AND entry<? ORDER BY entry DESC LIMIT ?")
      .bind([.text(object), .int(before), .int(Int64(limit))]).all()
      .compactMap { try $0[0].integer.flatMap { try entry($0, on: connection) } }
  }

  /// `1405/01/01 11:30:00` for `2026-03-21T08:00:00.123456Z`; nil for anything that is no such time.
  static func jalali(_ at: String) -> String? {
    let parts = at.split(separator: "T")
    guard parts.count == 2, let day = try? JalaliDay(parsing: String(parts[0])) else { return nil }
    let clock = parts[1].prefix(8).split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else { return nil }
    let unix = Int64(day.number) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    let local = (unix + 12_600) % 86_400
    let time = [local / 3_600, local / 60 % 60, local % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    return "\(JalaliDay.today(unixSeconds: unix).text) \(time)"
  }
}
