public import Contracts
public import Registry
public import Values

public struct ShowNeighbourhood: Query {
  public var neighbourhood: Ref<NeighbourhoodEntity>

  public static let spec = Spec(
    "regions.neighbourhood", "یک محله", "One neighbourhood", "/regions/neighbourhoods/{neighbourhood}",
    permission: .regionsRead, fields: ["neighbourhood": ("محله", "the neighbourhood")])

  public func answer(in look: borrowing Look) throws -> Neighbourhood { try look.require(Neighbourhood.self, neighbourhood) }
}
