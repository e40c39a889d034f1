import Contracts
import Feature

/// What a group may do depends on how far it has come.
struct WorkInState: Rule {
  static let id = "groups.work-in-state"
  static let version = 2
  static let texts = Texts(
    "هر کار گروه در مرحلهٔ خود انجام می‌شود: تسهیلگری پیش از برنامه، فعالیت اجتماع‌محور پس از آن.",
    "Each kind of work has its stage: facilitation before the plan, community activity after it.")
  static let source = Citation(
    "S0", "فعالیت‌های مهم و بحرانی ۲ تا ۵: تشکیل گروه، تسهیلگری، برنامه‌ریزی، فعالیت اجتماع‌محور",
    "main activities 2 to 5: forming, facilitation, planning, community-based activity")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var state: GroupState
    var work: GroupWork
  }

  enum Objection: RuleObjection {
    case notNow(GroupWork, GroupState)

    var code: String { "groups.not-in-this-state" }
    var texts: Texts {
      switch self {
      case .notNow(let work, let state):
        Texts(
          "«\(work.texts.fa)» در گروهی که «\(state.texts.fa)» است انجام نمی‌شود.",
          "\(work.texts.en) is not possible in a group that is \(state.texts.en).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    states(for: facts.work).contains(facts.state) ? [] : [.notNow(facts.work, facts.state)]
  }

  private static func states(for work: GroupWork) -> [GroupState] {
    switch work {
    // Also of a refused request: an objection is upheld after the visit only.
    case .identity: [.requested, .refused]
    case .membership, .office, .meeting: [.forming, .formed, .trained, .planning, .active, .mature]
    case .communityActivity: [.active, .mature]
    case .projectClosing: [.planning, .active, .mature]
    case .maturityAssessment: [.active]
    }
  }
}

/// Work that leaves a group in its state.
enum GroupWork: String, Choice {
  case identity, membership, office, meeting, communityActivity, projectClosing, maturityAssessment

  var texts: Texts {
    switch self {
    case .identity: Texts("احراز هویت", "Confirming identity")
    case .membership: Texts("پذیرش عضو", "Admitting members")
    case .office: Texts("تعیین سمت", "Appointing")
    case .meeting: Texts("نشست و تسهیلگری", "Meeting and facilitation")
    case .communityActivity: Texts("فعالیت اجتماع‌محور", "Community-based activity")
    case .projectClosing: Texts("بستن پروژه", "Closing a project")
    case .maturityAssessment: Texts("ارزیابی بالندگی", "Assessing maturity")
    }
  }
}
