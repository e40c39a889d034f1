import Contracts
import Feature

enum BoardMemberEntity: Entity {
  static let object = "institutes.member"
  static let prefix: String? = "BM"
  static let texts = Texts("عضو هیئت", "board member")
}

/// A person in a post of an institute, from a day until a day; a new term is a new row.
struct BoardMember: ProvincialRecord {
  typealias Of = BoardMemberEntity
  static let table = Table("institutes_member", reach: .province)

  var id = ID<BoardMemberEntity>(0)
  var rev = 0
  var province: Province
  var institute: ID<InstituteEntity>
  var person: ID<PersonEntity>
  var post: BoardPost
  var since: JalaliDay
  var until: JalaliDay?
}

/// Posts whose holders' documents are asked for (W: behzisti.ir, news 23597), and the founders (S0).
enum BoardPost: String, Choice {
  case founder, director, managingDirector, inspectorMain, inspectorAlternate

  var texts: Texts {
    switch self {
    case .founder: Texts("عضو هیئت مؤسس", "founder")
    case .director: Texts("عضو هیئت مدیره", "director")
    case .managingDirector: Texts("مدیرعامل", "managing director")
    case .inspectorMain: Texts("بازرس اصلی", "main inspector")
    case .inspectorAlternate: Texts("بازرس علی‌البدل", "alternate inspector")
    }
  }
}
