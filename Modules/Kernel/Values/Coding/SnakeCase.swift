/// `nationalIDIndex` → `national_id_index`: columns and ledger names are written so that every tool can read them.
public func snakeCase(_ name: String) -> String {
  let letters = Array(name.utf8)
  func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  var text: [UInt8] = []
  for (index, byte) in letters.enumerated() {
    if isUpper(byte), index > 0 {
      let follows = index + 1 < letters.count && !isUpper(letters[index + 1])
      if !isUpper(letters[index - 1]) || follows { text.append(0x5F) }
    }
    text.append(isUpper(byte) ? byte + 32 : byte)
  }
  return String(decoding: text, as: UTF8.self)
}
