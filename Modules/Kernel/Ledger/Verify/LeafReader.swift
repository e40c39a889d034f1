import Secrets
import Values

/// Reads entries from leaves without building anything of them.
struct LeafReader: Sendable {
  typealias Leaf = UnsafeBufferPointer<UInt8>

  let kinds: [[UInt8]]
  private let names = LeafMember.allCases.map { LeafMember.packed(Array($0.rawValue.utf8)) }
  private let erasure = Array(StoredEntry.erasure.utf8)
  let key: ShortHash

  init(_ tables: [AuditedTable], key: ShortHash) {
    kinds = tables.map { Array($0.object.utf8) }
    self.key = key
  }

  /// Nil unless the leaf is canonical and has the members of the format with the right kinds, and no others. Guarded
  /// values are added to `committed`.
  func read(_ leaf: Leaf, _ committed: inout [StoredEntry.Committed]) -> StoredEntry? {
    guard leaf.count <= LedgerWriter.mostBytes, var scanner = CanonicalScanner(leaf) else { return nil }
    var entry = StoredEntry()
    var position = 0
    let start = committed.count
    let isWhole = scanner.object { scanner, name in
      guard let member = member(LeafMember.packed(leaf[name]), from: &position) else { return false }
      return take(member, &scanner, leaf, &entry, &committed)
    }
    guard isWhole, scanner.isAtEnd, LeafMember.allCases[position...].allSatisfy({ !$0.isRequired }) else {
      committed.removeLast(committed.count - start)
      return nil
    }
    entry.committed = start..<committed.count
    if !entry.isOK || !entry.isErasure { entry.erased = nil }
    place(&entry, leaf)
    return entry
  }

  /// Members come in order, and only optional ones may be passed over.
  private func member(_ name: UInt64, from position: inout Int) -> LeafMember? {
    while position < names.count {
      let member = LeafMember.allCases[position]
      position += 1
      if names[position - 1] == name { return member }
      if member.isRequired { return nil }
    }
    return nil
  }

  private func take(
    _ member: LeafMember, _ scanner: inout CanonicalScanner, _ leaf: Leaf, _ entry: inout StoredEntry,
    _ committed: inout [StoredEntry.Committed]
  ) -> Bool {
    switch member {
    case .act:
      guard let text = scanner.text() else { return false }
      entry.isErasure = leaf[text].elementsEqual(erasure)
    case .actor:
      guard let id = texts("id", "kind", "role", &scanner, leaf) else { return false }
      entry.actor = id
    case .origin: return texts("chan", "host", "sess", &scanner, leaf) != nil
    case .after, .before: return note(member, &scanner, leaf, &entry, &committed)
    case .why: return note(member, &scanner, leaf, &entry, &committed)
    case .at:
      guard let text = scanner.text(), text.count == 27, leaf[text.upperBound - 1] == UInt8(ascii: "Z"),
        !leaf[text].contains(UInt8(ascii: "\\"))
      else { return false }
      func word(_ from: Int, _ count: Int) -> UInt64 { LeafMember.packed(leaf[text].dropFirst(from).prefix(count)) }
      entry.time = (word(0, 8), word(8, 8), word(16, 8), word(24, 3))
    case .cause, .rev: return scanner.integer() != nil
    case .mod, .prov, .req: return scanner.text() != nil
    case .epoch: return number(&entry.epoch, &scanner)
    case .seq: return number(&entry.seq, &scanner)
    case .v: return scanner.integer() == EntryForm.version
    case .obj:
      guard let text = scanner.text() else { return false }
      entry.objectName = text
    case .out:
      guard let text = scanner.text(), let outcome = EntryDraft.Outcome(rawValue: String(decoding: leaf[text], as: UTF8.self))
      else { return false }
      entry.isOK = outcome == .ok
    case .prev:
      guard let text = scanner.text() else { return false }
      entry.previous = Bytes32(hex: raw(leaf, text))
    case .rules:
      return scanner.list { scanner in scanner.next == UInt8(ascii: "{") && isFilled(&scanner) }
    case .state:
      guard let text = scanner.text(), let state = Bytes32(hex: raw(leaf, text)) else { return false }
      entry.state = state.mark(key)
    case .subj:
      guard let text = scanner.text(), text.count == 2 * Vault.subjectLength, leaf[text].allSatisfy(isHex) else { return false }
      entry.subject = text
    }
    return true
  }
}
