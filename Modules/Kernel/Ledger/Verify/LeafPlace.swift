import Secrets
import Values

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
