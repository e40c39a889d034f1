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

/// The criteria this product proposes for ranking needs; a committee may set its own.
enum StandardCriterion: String, CaseIterable {
  case severity, spread, urgency, feasibility, participation

  var texts: Texts {
    switch self {
    case .severity: Texts("شدت", "severity")
    case .spread: Texts("شمار افراد درگیر", "how many it concerns")
    case .urgency: Texts("فوریت", "urgency")
    case .feasibility: Texts("شدنی بودن با منابع محلی", "feasibility with local means")
    case .participation: Texts("آمادگی مردم برای مشارکت", "people's readiness to take part")
    }
  }

  /// What people call a criterion: a committee's own words stand in both languages as they are.
  static func texts(of name: String) -> Texts {
    StandardCriterion(rawValue: name)?.texts ?? Texts(name, name)
  }
}

/// One weight or one score moved by as little as puts another need above the present first one.
struct WinnerChange: Equatable {
  enum Kind: Equatable {
    case weight
    /// The position of the need whose score moves.
    case score(need: Int)
  }

  let kind: Kind
  let criterion: Int
  let from: Int
  let to: Int
  /// The position of the need that would then be first.
  let winner: Int

  var size: Int { abs(to - from) }
}

extension WeightedRanking {
  /// For each weight and each score that could change the winner by itself, the smallest whole change that does,
  /// smallest first. Empty when no single change within the scales does, or there is nothing to overtake.
  ///
  /// At a tie the need that was recorded first counts as the present winner.
  func winnerChanges() -> [WinnerChange] {
    guard let winner = order.first, order.count > 1 else { return [] }
    var changes = weights.indices.compactMap { weightChange($0, winner) }
    for criterion in weights.indices where weights[criterion] > 0 {
      for need in scores.indices {
        if let change = scoreChange(need, criterion, winner) { changes.append(change) }
      }
    }
    return changes.enumerated()
      .sorted { ($0.element.size, $0.offset) < ($1.element.size, $1.offset) }
      .map(\.element)
  }

  private func weightChange(_ criterion: Int, _ winner: Int) -> WinnerChange? {
    var best: WinnerChange?
    for rival in order where rival != winner {
      // The margin falls by this much with each step of the weight.
      let gain = scores[rival][criterion] - scores[winner][criterion]
      guard gain != 0 else { continue }
      let steps = (totals[winner] - totals[rival]) / abs(gain) + 1
      let to = weights[criterion] + (gain > 0 ? steps : -steps)
      // A weight of zero leaves the criterion out; that is a change as well.
      guard (0...Scale.weights.upperBound).contains(to), steps < best?.size ?? .max else { continue }
      best = WinnerChange(kind: .weight, criterion: criterion, from: weights[criterion], to: to, winner: rival)
    }
    return best
  }

  private func scoreChange(_ need: Int, _ criterion: Int, _ winner: Int) -> WinnerChange? {
    // Lowering the winner lets the next one pass; raising another lets that one pass.
    guard let next = order.first(where: { $0 != winner }) else { return nil }
    let rival = need == winner ? next : need
    let steps = (totals[winner] - totals[rival]) / weights[criterion] + 1
    let from = scores[need][criterion]
    let to = need == winner ? from - steps : from + steps
    guard Scale.scores.contains(to) else { return nil }
    return WinnerChange(kind: .score(need: need), criterion: criterion, from: from, to: to, winner: rival)
  }
}
