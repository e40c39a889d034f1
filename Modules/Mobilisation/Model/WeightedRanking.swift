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

/// One weight or one score moved by as little as costs the present first need its place, or makes it share the place.
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
  /// The positions of all needs with the greatest total then, in the order they were recorded.
  let firstThen: [Int]

  var size: Int { abs(to - from) }
}

extension WeightedRanking {
  /// For each weight and each score that could put another need first by itself, the smallest whole change that does,
  /// smallest first. Empty when no single change within the scales does, or there is nothing to overtake.
  ///
  /// At a tie the need that was recorded first counts as the present winner; another wins only by a greater total.
  func winnerChanges() -> [WinnerChange] { changes { !$0.firstThen.contains($1) } }

  /// For each weight and each score that can only bring another need level with the first, never above it, the smallest
  /// whole change that does.
  func levelChanges() -> [WinnerChange] { changes { $0.firstThen.contains($1) } }

  private func changes(_ isAsked: (WinnerChange, Int) -> Bool) -> [WinnerChange] {
    guard let first = order.first, order.count > 1 else { return [] }
    var changes = weights.indices.compactMap { weightChange($0, first) }
    for criterion in weights.indices where weights[criterion] > 0 {
      changes += scores.indices.compactMap { scoreChange($0, criterion, first) }
    }
    return changes.filter { isAsked($0, first) }.enumerated()
      .sorted { ($0.element.size, $0.offset) < ($1.element.size, $1.offset) }
      .map(\.element)
  }

  /// Every value of the weight is tried with all needs: two may pass at the same step, and the higher of them is first then.
  /// A weight of zero leaves the criterion out; that is a change as well.
  private func weightChange(_ criterion: Int, _ first: Int) -> WinnerChange? {
    let from = weights[criterion]
    var level: WinnerChange?
    for step in 1...Scale.weights.upperBound {
      for to in [from + step, from - step] where (0...Scale.weights.upperBound).contains(to) {
        let leaders = Self.leaders(of: zip(totals, scores).map { $0 + (to - from) * $1[criterion] })
        let change = WinnerChange(kind: .weight, criterion: criterion, from: from, to: to, firstThen: leaders)
        guard leaders.contains(first) else { return change }
        if level == nil, leaders.contains(where: { totals[$0] < totals[first] }) { level = change }
      }
    }
    return level
  }

  /// Only one total moves: lowering the first lets the best of the others pass, raising another lets that one pass.
  private func scoreChange(_ need: Int, _ criterion: Int, _ first: Int) -> WinnerChange? {
    guard let next = order.first(where: { $0 != first }) else { return nil }
    let (isFirst, weight, from) = (need == first, weights[criterion], scores[need][criterion])
    let gap = totals[first] - totals[isFirst ? next : need]
    func change(_ steps: Int) -> WinnerChange? {
      let to = isFirst ? from - steps : from + steps
      guard Scale.scores.contains(to) else { return nil }
      var moved = totals
      moved[need] += (to - from) * weight
      return WinnerChange(kind: .score(need: need), criterion: criterion, from: from, to: to, firstThen: Self.leaders(of: moved))
    }
    return change(gap / weight + 1) ?? (gap > 0 && gap % weight == 0 ? change(gap / weight) : nil)
  }

  private static func leaders(of totals: [Int]) -> [Int] {
    let greatest = totals.max()
    return totals.indices.filter { totals[$0] == greatest }
  }
}
