import Testing

@testable import Mobilisation

@Suite struct `Weighted ranking` {
  @Test func `the worked example`() {
    // 3*60+2*40 = 260, 3*50+2*50 = 250: the second is ahead on cost only.
    let ranking = WeightedRanking(weights: [3, 2], scores: [[60, 40], [50, 50]])
    #expect(ranking.totals == [260, 250] && ranking.order == [0, 1])
    // Margin 10: one weight step moves it by 10, so two are needed; a score step moves it by 3 or 2.
    #expect(
      ranking.winnerChanges() == [
        WinnerChange(kind: .weight, criterion: 0, from: 3, to: 1, firstThen: [1]),
        WinnerChange(kind: .weight, criterion: 1, from: 2, to: 4, firstThen: [1]),
        WinnerChange(kind: .score(need: 0), criterion: 0, from: 60, to: 56, firstThen: [1]),
        WinnerChange(kind: .score(need: 1), criterion: 0, from: 50, to: 54, firstThen: [1]),
        WinnerChange(kind: .score(need: 0), criterion: 1, from: 40, to: 34, firstThen: [1]),
        WinnerChange(kind: .score(need: 1), criterion: 1, from: 50, to: 56, firstThen: [1]),
      ])
  }

  @Test func `a winner that nothing overtakes has no changes`() {
    #expect(WeightedRanking(weights: [50, 50], scores: [[100, 100], [0, 0]]).winnerChanges().isEmpty)
    #expect(WeightedRanking(weights: [1], scores: [[5]]).winnerChanges().isEmpty)
    #expect(WeightedRanking(weights: [1], scores: []).winnerChanges().isEmpty)
  }

  @Test func `where two pass at the same step the higher of them is first then`() {
    // 100, 95, 90. Without the second criterion: 10, 13, 16. With the first doubled 110, 108, 106; tripled 120, 121, 122.
    let changes = WeightedRanking(weights: [1, 1], scores: [[10, 90], [13, 82], [16, 74]]).winnerChanges()
    #expect(changes[0] == WinnerChange(kind: .weight, criterion: 1, from: 1, to: 0, firstThen: [2]))
    #expect(changes[1] == WinnerChange(kind: .weight, criterion: 0, from: 1, to: 3, firstThen: [2]))
  }

  @Test func `who passes together shares the first place then`() {
    // 30, 25, 25; without the second criterion 10, 15, 15.
    let ranking = WeightedRanking(weights: [1, 1], scores: [[10, 20], [15, 10], [15, 10]])
    #expect(ranking.winnerChanges().first == WinnerChange(kind: .weight, criterion: 1, from: 1, to: 0, firstThen: [1, 2]))
  }

  @Test func `a change that only brings level is told apart from one that puts another first`() {
    // 45 and 15: without the first criterion, or without the first score in it, 15 and 15; the second parts nobody.
    let ranking = WeightedRanking(weights: [3, 3], scores: [[10, 5], [0, 5]])
    #expect(
      ranking.levelChanges() == [
        WinnerChange(kind: .weight, criterion: 0, from: 3, to: 0, firstThen: [0, 1]),
        WinnerChange(kind: .score(need: 0), criterion: 0, from: 10, to: 0, firstThen: [0, 1]),
      ])
    #expect(ranking.winnerChanges().allSatisfy { $0.kind != .weight })
    // 100 and 40: only the full scale on the second criterion makes up for it, and no more than that.
    let far = WeightedRanking(weights: [1, 1], scores: [[50, 50], [0, 40]])
    #expect(far.levelChanges() == [WinnerChange(kind: .score(need: 1), criterion: 1, from: 40, to: 100, firstThen: [0, 1])])
  }

  /// Every value of every weight and score is tried and everything computed anew.
  @Test(arguments: 0..<150)
  func `the changes are those that trying everything finds`(seed: Int) {
    var random = Sequenced(state: UInt64(seed) &* 7919 &+ 17)
    let (weight, score) = seed % 3 == 0 ? (100, 100) : (6, 12)
    let weights = (0..<random.next(1...4)).map { _ in random.next(1...weight) }
    let needs = (0..<random.next(2...5)).map { _ in weights.map { _ in random.next(0...score) } }
    let ranking = WeightedRanking(weights: weights, scores: needs)
    let tried = SensitivityByTrial(ranking)
    #expect(ranking.winnerChanges() == tried.winners)
    #expect(ranking.levelChanges() == tried.levels)
  }
}

/// Knows no formula, so it cannot share a mistake with one.
struct SensitivityByTrial {
  private(set) var winners: [WinnerChange] = []
  private(set) var levels: [WinnerChange] = []

  init(_ ranking: WeightedRanking) {
    for criterion in ranking.weights.indices { probe(ranking, .weight, criterion, from: ranking.weights[criterion]) }
    for criterion in ranking.weights.indices {
      for need in ranking.scores.indices { probe(ranking, .score(need: need), criterion, from: ranking.scores[need][criterion]) }
    }
    winners.sort { $0.size < $1.size }
    levels.sort { $0.size < $1.size }
  }

  private mutating func probe(_ ranking: WeightedRanking, _ kind: WinnerChange.Kind, _ criterion: Int, from: Int) {
    let first = ranking.order[0]
    var level: WinnerChange?
    for size in 1...100 {
      for to in [from + size, from - size] where (0...100).contains(to) {
        var (weights, scores) = (ranking.weights, ranking.scores)
        if case .score(let need) = kind { scores[need][criterion] = to } else { weights[criterion] = to }
        let moved = WeightedRanking(weights: weights, scores: scores)
        let leaders = moved.order.filter { moved.rank(of: $0) == 1 }
        let change = WinnerChange(kind: kind, criterion: criterion, from: from, to: to, firstThen: leaders)
        if !leaders.contains(first) { return winners.append(change) }
        if level == nil, leaders.contains(where: { ranking.totals[$0] != ranking.totals[first] }) { level = change }
      }
    }
    if let level { levels.append(level) }
  }
}

/// The same numbers each time.
private struct Sequenced {
  var state: UInt64

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
