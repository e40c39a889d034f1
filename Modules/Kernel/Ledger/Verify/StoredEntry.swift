import Secrets
import Values

/// An entry read back from its leaf, as far as it is checked.
struct StoredEntry {
  /// A guarded value: where it stood and what was committed to.
  struct Committed {
    let field: String
    let digest: String
  }

  var act = ""
  var actor = ""
  var at = ""
  var epoch: Int64 = -1
  var object = ""
  var outcome = ""
  var previous = ""
  var seq: Int64 = -1
  var state: String?
  var subject: String?
  var committed: [Committed] = []
  /// The person whom a `privacy.erase` entry says was erased.
  var erased: String?

  /// The verb of the entry that makes missing openings legitimate; `after.subject` names the person.
  static let erasure = "privacy.erase"
  private static let required: Set<String> = [
    "act", "actor", "at", "epoch", "mod", "obj", "origin", "out", "prev", "req", "seq", "v",
  ]

  /// Nil unless the leaf is canonical and has the members of the format with the right kinds, and no others.
  init?(_ leaf: [UInt8]) {
    guard leaf.count <= LedgerWriter.mostBytes, let value = try? JSONReader.read(leaf),
      let again = try? CanonicalJSON.write(value), again == leaf
    else { return nil }
    var found = 0
    for member in value.members {
      guard take(member) else { return nil }
      if StoredEntry.required.contains(member.name) { found += 1 }
    }
    guard found == StoredEntry.required.count else { return nil }
    if act == StoredEntry.erasure, outcome == "ok" { erased = value["after"]?["subject"]?.string }
  }

  private mutating func take(_ member: Value.Member) -> Bool {
    switch (member.name, member.value) {
    case ("act", .text(let text)): act = text
    case ("actor", .object(let members)):
      guard StoredEntry.areTexts(members, ["id", "kind", "role"]) else { return false }
      actor = members[0].value.string ?? ""
    case ("origin", .object(let members)): return StoredEntry.areTexts(members, ["chan", "host", "sess"])
    case ("at", .text(let text)):
      guard text.utf8.count == 27, text.utf8.last == UInt8(ascii: "Z") else { return false }
      at = text
    case ("after", .object(let members)), ("before", .object(let members)): note(members, member.name)
    case ("why", .object(let members)):
      guard members.allSatisfy({ $0.name == "code" || $0.name == "text" }) else { return false }
      note(members, member.name)
    case ("cause", .int), ("rev", .int), ("mod", .text), ("prov", .text), ("req", .text): break
    case ("epoch", .int(let number)): epoch = number
    case ("obj", .text(let text)): object = text
    case ("out", .text(let text)):
      guard EntryDraft.Outcome(rawValue: text) != nil else { return false }
      outcome = text
    case ("prev", .text(let text)): previous = text
    case ("rules", .list(let rules)): return rules.allSatisfy { !$0.members.isEmpty }
    case ("seq", .int(let number)): seq = number
    case ("state", .text(let text)):
      guard StoredEntry.isHex(text, 64) else { return false }
      state = text
    case ("subj", .text(let text)):
      guard StoredEntry.isHex(text, 2 * Vault.subjectLength) else { return false }
      subject = text
    case ("v", .int(let version)): return version == EntryForm.version
    default: return false
    }
    return true
  }

  private mutating func note(_ members: [Value.Member], _ side: String) {
    for member in members {
      guard case .object(let inner) = member.value, inner.count == 1, inner[0].name == "c",
        let digest = inner[0].value.string
      else { continue }
      committed.append(Committed(field: "\(side).\(member.name)", digest: digest))
    }
  }

  /// Canonical order makes the positions certain.
  private static func areTexts(_ members: [Value.Member], _ names: [String]) -> Bool {
    members.map(\.name) == names && members.allSatisfy { $0.value.string != nil }
  }

  private static func isHex(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
