public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum VolunteerEntity: Entity {
  public static let object = "mobilisation.volunteer"
  public static let texts = Texts("داوطلب", "volunteer")
}

/// Somebody who offered to help in a neighbourhood and consented to being registered (S0, S1).
public struct Volunteer: CountyRecord {
  public typealias Of = VolunteerEntity
  public static let table = Table("mobilisation_volunteer", reach: .county)

  public var id = ID<VolunteerEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var person: ID<PersonEntity>
  public var consentedOn: JalaliDay
}
