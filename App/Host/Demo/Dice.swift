import Values

/// The same seed gives the same life.
struct Dice: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func one<Item>(of items: [Item]) -> Item? { items.randomElement(using: &self) }
  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// A national ID that passes its check digit; the first three digits are the place of issue.
  mutating func nationalID(place: Int) -> String {
    var digits = [place / 100 % 10, place / 10 % 10, place % 10]
    for _ in 0..<6 { digits.append(number(0...9)) }
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
    let rest = sum % 11
    digits.append(rest < 2 ? rest : 11 - rest)
    return digits.map(String.init).joined()
  }

  mutating func mobile() -> String { "0911" + (0..<7).map { _ in String(number(0...9)) }.joined() }
}
