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
        WinnerChange(kind: .weight, criterion: 0, from: 3, to: 1, winner: 1),
        WinnerChange(kind: .weight, criterion: 1, from: 2, to: 4, winner: 1),
        WinnerChange(kind: .score(need: 0), criterion: 0, from: 60, to: 56, winner: 1),
        WinnerChange(kind: .score(need: 1), criterion: 0, from: 50, to: 54, winner: 1),
        WinnerChange(kind: .score(need: 0), criterion: 1, from: 40, to: 34, winner: 1),
        WinnerChange(kind: .score(need: 1), criterion: 1, from: 50, to: 56, winner: 1),
      ])
  }

  @Test func `a winner that nothing overtakes has no changes`() {
    #expect(WeightedRanking(weights: [50, 50], scores: [[100, 100], [0, 0]]).winnerChanges().isEmpty)
    #expect(WeightedRanking(weights: [1], scores: [[5]]).winnerChanges().isEmpty)
    #expect(WeightedRanking(weights: [1], scores: []).winnerChanges().isEmpty)
  }

  /// Every weight and score is tried in every value; nothing smaller than what was named may put another need first.
  @Test(arguments: 0..<150)
  func `no smaller change exists than the one named`(seed: Int) {
    var random = Sequenced(state: UInt64(seed) &* 7919 &+ 17)
    let weights = (0..<random.next(1...3)).map { _ in random.next(1...6) }
    let needs = (0..<random.next(2...4)).map { _ in weights.map { _ in random.next(0...12) } }
    let ranking = WeightedRanking(weights: weights, scores: needs)
    let found = ranking.winnerChanges()
    #expect(found.first?.size == smallestByTrial(ranking))
    for change in found {
      #expect(overtakes(ranking, change))
    }
  }

  private func overtakes(_ ranking: WeightedRanking, _ change: WinnerChange) -> Bool {
    var weights = ranking.weights
    var scores = ranking.scores
    switch change.kind {
    case .weight: weights[change.criterion] = change.to
    case .score(let need): scores[need][change.criterion] = change.to
    }
    let after = WeightedRanking(weights: weights, scores: scores).totals
    return after[change.winner] > after[ranking.order[0]]
  }

  private func smallestByTrial(_ ranking: WeightedRanking) -> Int? {
    var smallest: Int?
    func tried(_ size: Int, _ weights: [Int], _ scores: [[Int]]) {
      let totals = WeightedRanking(weights: weights, scores: scores).totals
      if totals.contains(where: { $0 > totals[ranking.order[0]] }) { smallest = min(size, smallest ?? size) }
    }
    for criterion in ranking.weights.indices {
      for value in 0...100 {
        var weights = ranking.weights
        weights[criterion] = value
        tried(abs(value - ranking.weights[criterion]), weights, ranking.scores)
        for need in ranking.scores.indices {
          var scores = ranking.scores
          scores[need][criterion] = value
          tried(abs(value - ranking.scores[need][criterion]), ranking.weights, scores)
        }
      }
    }
    return smallest
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
