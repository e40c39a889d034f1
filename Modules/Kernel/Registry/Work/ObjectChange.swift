import Ledger
import Secrets
import Values

/// One row that a unit of work changed; becomes one ledger entry, however often the unit touched it.
struct ObjectChange {
  let object: String
  let module: String
  /// The ledger's names for the members, in their order.
  let names: [String]
  let province: String?
  let subject: [UInt8]?
  let before: Value?
  let after: Value
  let revision: Int64
  let canonical: Value

  /// The same row changed again in one unit: first before, last after.
  func following(_ earlier: ObjectChange) -> ObjectChange {
    ObjectChange(
      object: object, module: module, names: names, province: province, subject: subject, before: earlier.before,
      after: after, revision: revision, canonical: canonical)
  }

  /// Changed members only, under their ledger names; long values as digests so that a leaf stays small.
  func sides() -> (before: [Value.Member], after: [Value.Member]) {
    let old = before?.members ?? []
    var sides: (before: [Value.Member], after: [Value.Member]) = ([], [])
    for (place, member) in after.members.enumerated() where member.name != "rev" {
      // Before and after are of one type: the same member stands in the same place.
      let previous = old.indices.contains(place) ? old[place].value : nil
      guard previous != member.value else { continue }
      let name = names.indices.contains(place) ? names[place] : snakeCase(member.name)
      if let previous { sides.before.append(.init(name, ObjectChange.brief(previous))) }
      if before != nil || member.value != .null { sides.after.append(.init(name, ObjectChange.brief(member.value))) }
    }
    return sides
  }

  func state() throws -> String { Hex.encode(Digest.sha256(try CanonicalJSON.write(canonical))) }

  private static func brief(_ value: Value) -> Value {
    switch value {
    case .text(let text) where text.utf8.count > 500: digest(Array(text.utf8))
    case .bytes(let data) where data.count > 64: digest(data)
    case .list, .object: digest(JSONWriter.write(value))
    default: value
    }
  }

  private static func digest(_ data: [UInt8]) -> Value {
    .record(["sha256": .text(Hex.encode(Digest.sha256(data)))])
  }
}
