extension PersianText {
  /// The key that two texts share when a person searching means the same: letters, hamza, digits and case folded,
  /// marks gone, half-space read as a space.
  public static func searchKey(_ text: String) -> String {
    ScalarSink.text(from: text) { writeSearchKey(of: text, to: &$0) }
  }

  /// The key that two spellings of one name share: the search key without any space.
  public static func nameKey(_ text: String) -> String {
    ScalarSink.text(from: text) { sink in
      Folding.forEachLetter(of: text) { value in
        let key = Folding.key(value)
        if key != 0, !Folding.isSpace(key), !Folding.isJoiner(key) { sink.append(key) }
      }
    }
  }

  /// The name key without the titles سید، سیده، حاج، دکتر، مهندس at its start, as far as they stand as words of
  /// their own and something is left after them.
  public static func nameKeyWithoutTitle(_ text: String) -> String {
    ScalarSink.collect(from: text) {
      writeSearchKey(of: text, to: &$0)
    } read: { bytes in
      var words = bytes[...]
      while let space = words.firstIndex(of: 0x20), titles.contains(where: { words[..<space].elementsEqual($0) }) {
        words = words[(space + 1)...]
      }
      return String(decoding: words.filter { $0 != 0x20 }, as: UTF8.self)
    }
  }

  private static let titles: [[UInt8]] = ["سید", "سیده", "حاج", "دکتر", "مهندس"].map { Array($0.utf8) }

  @inline(__always)
  private static func writeSearchKey(of text: String, to sink: inout ScalarSink) {
    var spaceBefore = false
    var isEmpty = true
    Folding.forEachLetter(of: text) { value in
      let key = Folding.key(value)
      if key == 0 { return }
      if Folding.isSpace(key) || Folding.isJoiner(key) {
        spaceBefore = true
        return
      }
      if spaceBefore, !isEmpty { sink.append(0x20) }
      sink.append(key)
      (spaceBefore, isEmpty) = (false, false)
    }
  }
}

extension PersianText {
  /// Bytes whose plain order is the order of the Persian alphabet: space, punctuation, digits, Latin, Persian
  /// (آ before ا), everything else by code point. Marks and half-spaces do not count, nor does case.
  public static func sortKey(_ text: String) -> [UInt8] {
    ScalarSink.collect(from: text) {
      writeSortKey(of: text, to: &$0)
    } read: {
      Array($0)
    }
  }

  @inline(__always)
  private static func writeSortKey(of text: String, to key: inout ScalarSink) {
    var spaceBefore = false
    let places = places
    Folding.forEachLetter(of: text) { value in
      if Folding.isSpace(value) {
        spaceBefore = true
        return
      }
      let folded = value == 0x0622 ? value : Folding.key(value)
      if folded == 0 || Folding.isJoiner(folded) { return }
      if spaceBefore, key.count > 0 { key.append(byte: 1) }
      spaceBefore = false
      if folded < 0x80 {
        key.append(byte: UInt32(asciiPlace(UInt8(truncatingIfNeeded: folded))))
      } else if folded >= 0x0600, folded <= 0x06FF, case let place = places[Int(folded &- 0x0600)], place != 0 {
        key.append(byte: UInt32(place))
      } else {
        key.append(byte: 0xE0)
        key.append(byte: folded >> 16)
        key.append(byte: folded >> 8)
        key.append(byte: folded)
      }
    }
  }

  /// Punctuation 2...33, digits 0x40..., letters 0x50....
  @inline(__always)
  private static func asciiPlace(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte &- 0x30 &+ 0x40
    case 0x61...0x7A: byte &- 0x61 &+ 0x50
    case 0x21...0x2F: byte &- 0x21 &+ 2
    case 0x3A...0x40: byte &- 0x3A &+ 17
    case 0x5B...0x60: byte &- 0x5B &+ 24
    default: byte &- 0x7B &+ 30
    }
  }

  /// Places of U+0600-06FF; zero for what has none.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 256)
    for (place, scalar) in "،؛؟".unicodeScalars.enumerated() {
      places[Int(scalar.value - 0x0600)] = UInt8(34 + place)
    }
    for (place, scalar) in "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".unicodeScalars.enumerated() {
      places[Int(scalar.value - 0x0600)] = UInt8(0x80 + place)
    }
    return places
  }()
}
