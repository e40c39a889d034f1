import Persian
public import Values

/// Figures as a sentence writes them, in both languages; Persian ones with their own digits and marks.
public enum FigureText {
  /// A whole number, grouped by threes: «۱٬۸۶۸٬۸۱۹», "1,868,819".
  ///
  /// - Parameter number: any.
  public static func count(_ number: Int) -> Texts {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return both(text)
  }

  /// A number of things, in English in the singular or the plural: «۳ نفر», "1 person", "3 people".
  ///
  /// - Parameters:
  ///   - number: any.
  ///   - thing: what is counted, in Persian.
  ///   - one: the same in English in the singular.
  ///   - many: and in the plural.
  public static func counted(_ number: Int, _ thing: String, _ one: String, _ many: String) -> Texts {
    let figure = count(number)
    return Texts("\(figure.fa) \(thing)", "\(figure.en) \(number == 1 ? one : many)")
  }

  /// A share: «۷٫۵٪», "7.5%".
  ///
  /// - Parameter hundredths: hundredths of a percent.
  public static func percent(hundredths: Int) -> Texts {
    let figure = fraction(hundredths)
    return Texts(figure.fa + "٪", figure.en + "%")
  }

  /// A number of hundredths: «۰٫۰۹», "0.09"; no zero at its end.
  ///
  /// - Parameter hundredths: of one.
  public static func fraction(_ hundredths: Int) -> Texts {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest != 0 { text += "." + (rest % 10 == 0 ? String(rest / 10) : rest.padded(to: 2)) }
    return both(text)
  }

  private static let units = [
    (10_000, Texts("٪", "%")), (100_000, Texts(" در هزار", " per thousand")), (100_000_000, Texts(" در میلیون", " per million")),
  ]

  /// A share, cut and never rounded up, in the largest unit in which it is not 0: «۱٫۸۳ در میلیون», "1.83 per million".
  ///
  /// - Parameter share: of a whole; one that is empty has no text.
  public static func share(_ share: Share) -> Texts? {
    let told = units.lazy.compactMap { scale, unit in share.cut(per: scale).map { ($0, unit) } }
    guard let (hundredths, unit) = share.part == 0 ? told.first : told.first(where: { $0.0 != 0 }) ?? told.first else { return nil }
    let figure = fraction(hundredths)
    return Texts(figure.fa + unit.fa, figure.en + unit.en)
  }

  private static func both(_ text: String) -> Texts {
    let marked = text.map { $0 == "," ? "٬" : $0 == "." ? "٫" : $0 }
    return Texts(PersianText.persianDigits(String(marked)), text)
  }
}

/// A row as an answer that also says itself in sentences: the members of the row, its revision among them, and beside them
/// `sentences`. An answer that was the bare row only gains that member.
public struct Told<Row: Codable & Sendable>: Codable, Sendable {
  /// What the sentences are about.
  public let row: Row
  /// What it says in words.
  public let sentences: [Texts]

  private enum Key: CodingKey { case sentences }

  /// - Parameters:
  ///   - row: what the sentences are about.
  ///   - sentences: what it says in words.
  public init(_ row: Row, _ sentences: [Texts]) {
    (self.row, self.sentences) = (row, sentences)
  }

  /// Reads the row and its sentences out of one object.
  ///
  /// - Throws: what the row's own reading throws, and `FieldFault` where there are no sentences.
  public init(from decoder: any Decoder) throws {
    row = try Row(from: decoder)
    sentences = try decoder.container(keyedBy: Key.self).decode([Texts].self, forKey: .sentences)
  }

  /// Writes both into one object.
  ///
  /// - Throws: what the row's own writing throws.
  public func encode(to encoder: any Encoder) throws {
    try row.encode(to: encoder)
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(sentences, forKey: .sentences)
  }
}
