import Contracts
import Feature

/// The weighted-criteria method: total = sum of score times weight. Pure arithmetic on whole numbers.
struct WeightedRanking {
  let weights: [Int]
  /// For each need, in the order they were recorded, a score for each criterion.
  let scores: [[Int]]
  let totals: [Int]
  /// Positions of the needs, best first; equal totals in the order they were recorded.
  let order: [Int]

  init(weights: [Int], scores: [[Int]]) {
    self.weights = weights
    self.scores = scores
    let totals = scores.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    self.totals = totals
    order = totals.indices.sorted { totals[$0] != totals[$1] ? totals[$0] > totals[$1] : $0 < $1 }
  }

  /// 1 for the first; equal totals share a rank, and the next ranks are left out (1, 1, 3).
  func rank(of need: Int) -> Int { 1 + totals.count { $0 > totals[need] } }

  func isTied(_ need: Int) -> Bool { totals.count { $0 == totals[need] } > 1 }
}
