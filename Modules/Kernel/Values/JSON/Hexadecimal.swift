/// The bytes of lower-case hexadecimal text as `hexText` writes it, or nil.
func hexBytes(_ text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2), digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else {
    return nil
  }
  func nibble(_ digit: UInt8) -> UInt8 { digit < 0x61 ? digit - 0x30 : digit - 0x61 + 10 }
  return stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) }
}

func hexText(_ data: [UInt8]) -> String {
  String(unsafeUninitializedCapacity: data.count * 2) { text in
    func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
    for (index, byte) in data.enumerated() {
      text[index * 2] = digit(byte >> 4)
      text[index * 2 + 1] = digit(byte & 15)
    }
    return data.count * 2
  }
}
