extension RequestParser {
  /// Reads chunks and trailers (RFC 9112 section 7.1). Extensions and trailers are checked, capped and dropped.
  mutating func advanceChunks(_ bytes: Span<UInt8>) throws(HTTPFault) -> Step {
    var place = 0
    while true {
      switch phase {
      case .chunkData:
        let used = Int(min(missing, UInt64(bytes.count - place)))
        // Held against what came, not against what is announced: the announcement may be any 64-bit number.
        guard used <= bodyLimit - body.count else { throw .bodyTooLarge }
        append(bytes, place..<place + used)
        place += used
        guard missing == 0 else { return Step(event: .needsMore, consumed: place) }
        phase = .chunkEnd
      case .chunkEnd:
        let left = bytes.count - place
        if left > 0, bytes[place] != UInt8(ascii: "\r") { throw .badChunk }
        if left > 1, bytes[place + 1] != UInt8(ascii: "\n") { throw .badChunk }
        guard left > 1 else { return Step(event: .needsMore, consumed: place) }
        place += 2
        phase = .chunkSize
      case .chunkSize:
        guard let end = try endOfChunkLine(bytes, from: place, limit: limits.chunkLine) else {
          return Step(event: .needsMore, consumed: place)
        }
        missing = try ChunkLine.size(bytes, place..<end)
        place = end + 2
        phase = missing == 0 ? .trailers : .chunkData
      default:
        guard let end = try endOfChunkLine(bytes, from: place, limit: limits.trailers) else {
          return Step(event: .needsMore, consumed: place)
        }
        if end == place { return Step(event: .request, consumed: end + 2) }
        trailerOctets += end - place + 2
        guard trailerOctets <= limits.trailers else { throw .headerTooLarge }
        _ = try HeaderField(bytes, place..<end)
        place = end + 2
      }
    }
  }

  private func endOfChunkLine(
    _ bytes: Span<UInt8>, from start: Int, limit: Int
  ) throws(HTTPFault) -> Int? {
    var index = start
    while index < bytes.count {
      guard index - start <= limit else { throw phase == .trailers ? .headerTooLarge : .badChunk }
      if bytes[index].isFieldContent {
        index += 1
        continue
      }
      guard bytes[index] == UInt8(ascii: "\r") else { throw .badChunk }
      guard index + 1 < bytes.count else { return nil }
      guard bytes[index + 1] == UInt8(ascii: "\n") else { throw .badChunk }
      return index
    }
    // A line that can no longer become valid is refused before its end.
    if phase == .chunkSize, start < bytes.count, bytes[start].hexValue == nil { throw .badChunk }
    return nil
  }
}

/// `chunk-size [ chunk-ext ]`.
enum ChunkLine {
  static func size(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(HTTPFault) -> UInt64 {
    var index = line.lowerBound
    var size: UInt64 = 0
    while index < line.upperBound, let digit = bytes[index].hexValue {
      size = size << 4 | UInt64(digit)
      index += 1
    }
    // Sixteen digits fill 64 bits.
    guard (1...16).contains(index - line.lowerBound) else { throw .badChunk }
    try checkExtensions(bytes, index..<line.upperBound)
    return size
  }

  /// `*( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )`
  private static func checkExtensions(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPFault) {
    var index = range.lowerBound
    while index < range.upperBound {
      index = skipBlanks(bytes, index..<range.upperBound)
      guard index < range.upperBound, bytes[index] == UInt8(ascii: ";") else { throw .badChunk }
      index = try skipToken(bytes, skipBlanks(bytes, index + 1..<range.upperBound)..<range.upperBound)
      let equals = skipBlanks(bytes, index..<range.upperBound)
      guard equals < range.upperBound, bytes[equals] == UInt8(ascii: "=") else { continue }
      let value = skipBlanks(bytes, equals + 1..<range.upperBound)
      guard value < range.upperBound else { throw .badChunk }
      index =
        bytes[value] == UInt8(ascii: "\"")
        ? try skipQuoted(bytes, value + 1..<range.upperBound) : try skipToken(bytes, value..<range.upperBound)
    }
  }

  private static func skipBlanks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    range.first { !bytes[$0].isBlank } ?? range.upperBound
  }

  private static func skipToken(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPFault) -> Int {
    let token = ByteSet.token
    let end = range.first { !token.contains(bytes[$0]) } ?? range.upperBound
    guard end > range.lowerBound else { throw .badChunk }
    return end
  }

  private static func skipQuoted(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPFault) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    throw .badChunk
  }
}
