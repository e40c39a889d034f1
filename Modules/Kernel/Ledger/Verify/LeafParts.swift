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
