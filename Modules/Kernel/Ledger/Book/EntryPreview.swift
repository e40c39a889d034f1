public import Values

/// Brings a preview and the entry that later came of it into one form, in which they can be compared: without what
/// only the moment of writing decides (place in the chain, time, request, salt).
public enum EntryPreview {
  private static let momentary: Set<String> = [
    "at", "cause", "epoch", "origin", "prev", "req", "seq", "subj",
  ]

  /// The reduced form of an entry as it is stored.
  ///
  /// - Throws: `Refusal` for what is no JSON.
  public static func reduced(_ leaf: [UInt8]) throws -> Value {
    let members = try JSONReader.read(leaf).members.filter { !momentary.contains($0.name) }
    return .object(
      members.map { member in
        switch member.name {
        case "after", "before", "why": Value.Member(member.name, .object(member.value.members.map(masked)))
        case "rules": Value.Member(member.name, .list(member.value.items.map(withoutFacts)))
        default: member
        }
      })
  }

  static func of(_ draft: EntryDraft) throws -> Value {
    var leaf = JSONBuffer()
    try EntryForm { _, _, leaf in leaf.put("*") }.put(draft, at: nil, into: &leaf)
    return try reduced(leaf.array)
  }

  /// A commitment is the only object in an entry whose one member is called `c`.
  private static func masked(_ member: Value.Member) -> Value.Member {
    guard member.value.members.count == 1, member.value["c"] != nil else { return member }
    return Value.Member(member.name, .record(["c": "*"]))
  }

  private static func withoutFacts(_ rule: Value) -> Value {
    .object(rule.members.filter { $0.name != "facts" })
  }
}
