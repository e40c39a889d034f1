import Contracts
import Feature

struct ShowNeighbourhood: Query {
  var neighbourhood: Ref<NeighbourhoodEntity>

  static let spec = Spec(
    "regions.neighbourhood", "یک محله", "One neighbourhood", "/regions/neighbourhoods/{neighbourhood}",
    permission: .regionsRead, fields: ["neighbourhood": ("محله", "the neighbourhood")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Neighbourhood { try snapshot.require(Neighbourhood.self, neighbourhood) }
}
