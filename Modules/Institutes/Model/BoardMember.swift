public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum BoardMemberEntity: Entity {
  public static let object = "institutes.member"
  public static let texts = Texts("عضو هیئت", "board member")
}

/// A person in a post of an institute, from a day until a day; a new term is a new row.
public struct BoardMember: ProvincialRecord {
  public typealias Of = BoardMemberEntity
  public static let table = Table("institutes_member", reach: .province)

  public var id = ID<BoardMemberEntity>(0)
  public var rev = 0
  public var province: Province
  public var institute: ID<InstituteEntity>
  public var person: ID<PersonEntity>
  public var post: BoardPost
  public var since: JalaliDay
  public var until: JalaliDay?
}

/// Posts whose holders' documents are asked for (W: behzisti.ir, news 23597), and the founders (S0).
public enum BoardPost: String, Choice {
  case founder, director, managingDirector, inspectorMain, inspectorAlternate

  public var texts: Texts {
    switch self {
    case .founder: Texts("عضو هیئت مؤسس", "founder")
    case .director: Texts("عضو هیئت مدیره", "director")
    case .managingDirector: Texts("مدیرعامل", "managing director")
    case .inspectorMain: Texts("بازرس اصلی", "main inspector")
    case .inspectorAlternate: Texts("بازرس علی‌البدل", "alternate inspector")
    }
  }
}
