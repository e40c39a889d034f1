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
