import Secrets
import Values

extension LeafReader {
  func number(_ number: inout Int64, _ scanner: inout CanonicalScanner) -> Bool {
    guard let read = scanner.integer() else { return false }
    number = read
    return true
  }

  func isFilled(_ scanner: inout CanonicalScanner) -> Bool {
    var count = 0
    return scanner.object { scanner, _ in
      count += 1
      return scanner.value() != nil
    } && count > 0
  }

  func isHex(_ byte: UInt8) -> Bool { Hex.value(of: byte) < 16 }

  func raw(_ leaf: Leaf, _ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: leaf[range]))
  }

  /// An object of exactly these three texts; where the first one stands.
  func texts(
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
  func note(
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
    if side == .after { entry.erased = person }
    return isWhole
  }
}

/// The members of an entry in canonical order, which is that of their names.
enum LeafMember: String, CaseIterable {
  case act, actor, after, at, before, cause, epoch, mod, obj, origin, out, prev, prov, req, rev, rules, seq, state, subj, v, why

  var isRequired: Bool {
    switch self {
    case .act, .actor, .at, .epoch, .mod, .obj, .origin, .out, .prev, .req, .seq, .v: true
    case .after, .before, .cause, .prov, .rev, .rules, .state, .subj, .why: false
    }
  }

  /// A short name as one number; 0 for what is longer than any name here.
  static func packed(_ name: some Collection<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension LeafReader {
  /// Finds whose entry it is, and hashes what the index holds of it.
  func place(_ entry: inout StoredEntry, _ leaf: Leaf) {
    let whose = withText(entry.objectName, of: leaf) { name in
      entry.object = object(named: name)
      return key.of(name)
    }
    let acting = entry.isOK ? key.of(whose, withText(entry.actor, of: leaf) { key.of($0) }) : whose
    entry.listing = key.of(acting, UInt64(bitPattern: entry.seq))
  }

  private func object(named name: UnsafeRawBufferPointer) -> StoredEntry.Object {
    guard let slash = name.firstIndex(of: UInt8(ascii: "/")),
      let table = kinds.firstIndex(where: { $0.count == slash && $0.elementsEqual(name[..<slash]) })
    else { return .foreign }
    let text = String(decoding: name[(slash + 1)...], as: UTF8.self)
    guard let id = Int64(text), String(id) == text else { return .misnamed }
    return .row(table: table, id: id)
  }

  /// A text of a leaf as it was before it was escaped.
  func withText<Result>(_ range: Range<Int>, of leaf: Leaf, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let text = leaf[range]
    guard text.contains(UInt8(ascii: "\\")) else { return body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text))) }
    return Array(LeafReader.text(range, of: leaf).utf8).withUnsafeBytes(body)
  }

  /// The same as a string.
  static func text(_ range: Range<Int>, of leaf: Leaf) -> String {
    let quoted = Array(leaf[(range.lowerBound - 1)..<(range.upperBound + 1)])
    return (try? JSONReader.read(quoted))?.string ?? ""
  }
}
