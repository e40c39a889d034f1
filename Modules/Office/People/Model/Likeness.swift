import Contracts
import Feature

/// Two registrations that may be one person, with what speaks for it. Reported, never merged.
struct Likeness: Codable, Sendable {
  var first: String
  var firstName: Personal<String>
  var firstProvince: Province
  var second: String
  var secondName: Personal<String>
  var secondProvince: Province
  var evidence: Evidence
  /// 0…100.
  var score: Int

  enum Evidence: String, Choice {
    case sameID, sameNameAndBirth, sameNameFatherAndYear, sameInEverything

    var texts: Texts {
      switch self {
      case .sameID: Texts("شناسهٔ یکسان در دو استان", "the same ID in two provinces")
      case .sameNameAndBirth: Texts("نام و تاریخ تولد یکسان", "the same name and birth date")
      case .sameNameFatherAndYear: Texts("نام، نام پدر و سال تولد یکسان", "the same name, father's name and birth year")
      case .sameInEverything: Texts("نام، نام پدر و تاریخ تولد یکسان", "the same name, father's name and birth date")
      }
    }

    /// How strongly it speaks, by this product's own scale: name 40, father's name 25, birth date 35, its year alone 20.
    var score: Int {
      switch self {
      case .sameID, .sameInEverything: 100
      case .sameNameFatherAndYear: 85
      case .sameNameAndBirth: 75
      }
    }
  }
}
