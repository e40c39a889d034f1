import Contracts
import Feature

/// Scores and weights are whole numbers on one scale, so totals are exact.
enum Scale {
  static let scores = 0...100
  static let weights = 1...100
}
