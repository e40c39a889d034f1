public import Persian
public import Values

/// Two registrations that may be one person, with what speaks for it. Reported, never merged.
public struct Likeness: Codable, Sendable {
  public var first: String
  public var firstName: Personal<String>
  public var firstProvince: Province
  public var second: String
  public var secondName: Personal<String>
  public var secondProvince: Province
  public var evidence: Evidence
  /// 0…100.
  public var score: Int

  public enum Evidence: String, Choice {
    case sameID, sameNameAndBirth, sameNameFatherAndYear, sameInEverything

    public var texts: Texts {
      switch self {
      case .sameID: Texts("شناسهٔ یکسان در دو استان", "the same ID in two provinces")
      case .sameNameAndBirth: Texts("نام و تاریخ تولد یکسان", "the same name and birth date")
      case .sameNameFatherAndYear: Texts("نام، نام پدر و سال تولد یکسان", "the same name, father's name and birth year")
      case .sameInEverything: Texts("نام، نام پدر و تاریخ تولد یکسان", "the same name, father's name and birth date")
      }
    }

    /// How strongly it speaks, by this product's own scale: name 40, father's name 25, birth date 35, its year alone 20.
    public var score: Int {
      switch self {
      case .sameID, .sameInEverything: 100
      case .sameNameFatherAndYear: 85
      case .sameNameAndBirth: 75
      }
    }
  }
}
