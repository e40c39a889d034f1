import Contracts
import Feature

enum HandOverEntity: Entity {
  static let object = "objections.hand-over"
  static let prefix: String? = "HO"
  static let texts = Texts("ابلاغ تصمیم", "hand-over of a decision")
}

/// A decision that came into the hands of whom it concerns; from that day the time to object runs.
struct HandOver: CountyRecord {
  typealias Of = HandOverEntity
  static let table = Table("objections_hand_over", reach: .county, seenWith: ["object"])

  var id = ID<HandOverEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  /// What was decided about.
  var object: ThingName
  /// The row of the decision.
  var decision: ThingName
  var handedOverOn: JalaliDay
  var manner: HandOverManner
  /// Into whose hands.
  var recipient: Personal<String>
  /// By what the recipient was known, or the number of the letter.
  var proof: Personal<String>
}

/// How a decision comes to somebody.
enum HandOverManner: String, Choice {
  case inPerson, registeredLetter

  var texts: Texts {
    switch self {
    case .inPerson: Texts("حضوری با دیدن شناسنامه", "in person, identity seen")
    case .registeredLetter: Texts("نامهٔ سفارشی", "registered letter")
    }
  }
}
