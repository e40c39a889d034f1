public import Contracts
public import Persian
public import Registry
public import Values

public enum CandidateEntity: Entity {
  public static let object = "mobilisation.candidate"
  public static let texts = Texts("محلهٔ نامزد", "candidate neighbourhood")
}

/// A neighbourhood that was weighed for a clinic: the chosen one, or an alternative with the reason why not.
public struct CandidateNeighbourhood: ProvincialRecord {
  public typealias Of = CandidateEntity
  public static let table = Table("mobilisation_candidate", reach: .province)

  public var id = ID<CandidateEntity>(0)
  public var rev = 0
  public var province: Province
  public var clinic: ID<ClinicEntity>
  public var neighbourhood: ID<NeighbourhoodEntity>
  /// Each 0 to 100.
  public var harm: Int
  public var need: Int
  public var capacity: Int
  public var access: Int
  /// Sum of score times weight under the parameters of the day of the choice.
  public var total: Int
  public var isChosen: Bool
  public var rejectionReason: String?
}
