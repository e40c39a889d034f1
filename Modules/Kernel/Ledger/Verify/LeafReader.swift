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
    if !entry.isOK { entry.erased = nil }
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
      // Until the outcome and the person are read.
      entry.erased = leaf[text].elementsEqual(erasure) ? text : nil
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
      entry.state = state
    case .subj:
      guard let text = scanner.text(), text.count == 2 * Vault.subjectLength, leaf[text].allSatisfy(isHex) else { return false }
      entry.subject = text
    }
    return true
  }

  private func number(_ number: inout Int64, _ scanner: inout CanonicalScanner) -> Bool {
    guard let read = scanner.integer() else { return false }
    number = read
    return true
  }

  private func isFilled(_ scanner: inout CanonicalScanner) -> Bool {
    var count = 0
    return scanner.object { scanner, _ in
      count += 1
      return scanner.value() != nil
    } && count > 0
  }

  private func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }

  private func raw(_ leaf: Leaf, _ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: leaf[range]))
  }

  /// An object of exactly these three texts; where the first one stands.
  private func texts(
    _ first: StaticString, _ second: StaticString, _ third: StaticString, _ scanner: inout CanonicalScanner, _ leaf: Leaf
  ) -> Range<Int>? {
    var count = 0
    var found = 0..<0
    let isWhole = scanner.object { scanner, name in
      let expected = count == 0 ? first : count == 1 ? second : third
      guard expected.withUTF8Buffer({ leaf[name].elementsEqual($0) }), let text = scanner.text() else { return false }
      if count == 0 { found = text }
      count += 1
      return true
    }
    return isWhole && count == 3 ? found : nil
  }

  /// The members of one side: guarded values, and whom an erasure names.
  private func note(
    _ side: LeafMember, _ scanner: inout CanonicalScanner, _ leaf: Leaf, _ entry: inout StoredEntry,
    _ committed: inout [StoredEntry.Committed]
  ) -> Bool {
    var person: Range<Int>?
    let isWhole = scanner.object { scanner, name in
      if side == .why, !leaf[name].elementsEqual("code".utf8), !leaf[name].elementsEqual("text".utf8) { return false }
      guard scanner.next == UInt8(ascii: "{") else {
        let start = scanner.place
        guard let kind = scanner.value() else { return false }
        if side == .after, kind == .text, leaf[name].elementsEqual("subject".utf8) { person = start + 1..<scanner.place - 1 }
        return true
      }
      var count = 0
      var digest: Range<Int>?
      let isObject = scanner.object { scanner, name in
        count += 1
        guard leaf[name].elementsEqual("c".utf8), scanner.next == UInt8(ascii: "\"") else { return scanner.value() != nil }
        digest = scanner.text()
        return digest != nil
      }
      if isObject, count == 1, let digest {
        let field = "\(side.rawValue).\(String(decoding: leaf[name], as: UTF8.self))"
        committed.append(.init(field: field, digest: Bytes32(hex: raw(leaf, digest))))
      }
      return isObject
    }
    if side == .after, entry.erased != nil { entry.erased = person }
    return isWhole
  }
}
