import SharedData
import Testing
import Values

@testable import Mobilisation

@Suite struct `Sensitivity vectors` {
  static let list = "vectors/ranking/sensitivity_integer.json"

  // Where ../shared is absent this is reported as skipped; the hand-worked cases of `Weighted ranking` remain.
  @Test(.enabled(if: SharedData.has(list)))
  func `every vector of the shared file comes out field by field`() throws {
    let vectors = try JSONReader.read(SharedData.bytes(Self.list))["vectors"]?.items ?? []
    #expect(vectors.count >= 44)
    for vector in vectors {
      let name = vector["id"]?.string ?? ""
      // Ties go to who is listed first, so the order of the members counts.
      let (criteria, items) = (members(vector["inputs"]?["weights"]), members(vector["inputs"]?["scores"]))
      let ranking = WeightedRanking(weights: criteria.map(\.whole), scores: items.map { members($0.value).map(\.whole) })
      let expected = try #require(vector["expected"])
      let first = try #require(ranking.order.first)
      #expect(expected["first"] == .text(items[first].name), "\(name)")
      #expect(members(expected["totals"]).map(\.whole) == ranking.totals, "\(name)")
      #expect(expected["tieAtTop"] == .bool(ranking.isTied(first)), "\(name)")
      let found = ranking.winnerChanges().map { change in
        var (kind, item) = ("weight", Value.null)
        if case .score(let need) = change.kind { (kind, item) = ("score", .text(items[need].name)) }
        return Value.record([
          "kind": .text(kind), "criterion": .text(criteria[change.criterion].name), "item": item, "from": .int(Int64(change.from)),
          "to": .int(Int64(change.to)), "winner": .text(items[change.firstThen[0]].name),
        ])
      }
      #expect(try CanonicalJSON.write(.list(found)) == CanonicalJSON.write(expected["changes"] ?? .null), "\(name)")
    }
  }

  private func members(_ value: Value?) -> [Value.Member] {
    if case .object(let members)? = value { members } else { [] }
  }
}

extension Value.Member {
  fileprivate var whole: Int { value.integer.map { Int($0) } ?? 0 }
}
