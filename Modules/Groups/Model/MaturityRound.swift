import Contracts
import Feature

enum MaturityRoundEntity: Entity {
  static let object = "groups.round"
  static let prefix: String? = "RD"
  static let texts = Texts("دور ارزیابی بالندگی", "round of maturity assessment")
}

/// A round in which people assess a group independently.
///
/// It is complete with the last assessment that the rule asks for.
struct MaturityRound: CountyRecord, StatefulRecord {
  typealias Of = MaturityRoundEntity
  typealias Machine = MaturityRoundLifecycle
  static let table = Table("groups_round", reach: .county, seenWith: ["group_id"])

  var id = ID<MaturityRoundEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  /// 1 is the group's first.
  var number: Int
  var state = RoundState.open
}

enum RoundState: String, Choice {
  case open, complete, accepted

  var texts: Texts {
    switch self {
    case .open: Texts("در جریان", "open")
    case .complete: Texts("کامل", "complete")
    case .accepted: Texts("پذیرفته‌شده", "accepted")
    }
  }
}

enum AssessmentEntity: Entity {
  static let object = "groups.assessment"
  static let prefix: String? = "AS"
  static let texts = Texts("ارزیابی بالندگی", "maturity assessment")
}

/// One person's scores in a round. Nobody else sees them while the round is open.
struct Assessment: CountyRecord {
  typealias Of = AssessmentEntity
  static let table = Table("groups_assessment", reach: .county, seenWith: ["group_id"])

  var id = ID<AssessmentEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var roundID: ID<MaturityRoundEntity>
  /// The acting colleague, as in the ledger.
  var assessor: String
  var day: JalaliDay
  var scores: [MaturityScore]
  /// Weighted mean in hundredths of a point, 0…10000.
  var total: Int
}

struct MaturityScore: Codable, Sendable, Equatable {
  /// As named in the rule's parameters.
  var criterion: String
  /// 0…100.
  var score: Int
  var evidence: String
}

extension Assessment {
  /// What was given, and how far its round has come.
  ///
  /// - Parameters:
  ///   - group: the group's code.
  ///   - given: assessments of the round so far.
  func sentences(of group: String, _ round: MaturityRound, given: Int) -> [Texts] {
    let points = FigureText.fraction(total)
    let criteria = FigureText.counted(scores.count, "معیار", "criterion", "criteria")
    let number = FigureText.count(round.number)
    let many = FigureText.counted(given, "ارزیابی", "assessment", "assessments")
    return [
      Texts(
        "ارزیابی بالندگی گروه \(group) در \(day.textFa): \(points.fa) از ۱۰۰ در \(criteria.fa).",
        "Maturity assessment of the group \(group) on \(day.text): \(points.en) of 100 in \(criteria.en)."),
      Texts(
        "دور \(number.fa) این گروه «\(round.state.texts.fa)» است و \(many.fa) دارد.",
        "Round \(number.en) of this group is \(round.state.texts.en) and has \(many.en)."),
    ]
  }
}
