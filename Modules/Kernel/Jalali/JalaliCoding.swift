extension JalaliDay: Codable {
  /// A single integer, the day number; one outside the years 1200-1600 is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Int.self)
    guard number >= Self.earliest.number, number <= Self.latest.number else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: JalaliFault.outOfRange.en,
          underlyingError: JalaliFault.outOfRange))
    }
    self.init(unchecked: number)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}
