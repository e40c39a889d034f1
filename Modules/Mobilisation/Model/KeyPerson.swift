public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum KeyPersonEntity: Entity {
  public static let object = "mobilisation.key-person"
  public static let texts = Texts("فرد کلیدی", "key person")
}

/// Somebody whom a neighbourhood listens to; one person may be of several kinds.
public struct KeyPerson: CountyRecord {
  public typealias Of = KeyPersonEntity
  public static let table = Table("mobilisation_key_person", reach: .county)

  public var id = ID<KeyPersonEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var person: ID<PersonEntity>
  public var kind: KeyPersonKind
  public var namedOn: JalaliDay
}

/// The four kinds of S2 ("first assessment of the target neighbourhoods").
public enum KeyPersonKind: String, Choice {
  case trusted, educated, manager, active

  public var texts: Texts {
    switch self {
    case .trusted: Texts("معتمد", "trusted person")
    case .educated: Texts("تحصیل‌کرده", "educated person")
    case .manager: Texts("مدیر", "manager")
    case .active: Texts("فعال و مشارکت‌پذیر", "active person")
    }
  }
}
