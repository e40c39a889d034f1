public import Jalali
public import Rules
public import Values

/// A group goes its way step by step: from request to institute, back when it weakens, and out at any time.
public struct GroupStep: Rule {
  public static let id = "groups.group-step"
  public static let texts = Texts(
    "گروه گام به گام از درخواست تا مؤسسه پیش می‌رود و هیچ گامی جا نمی‌افتد.",
    "A group goes step by step from the request to the institute; no step is left out.")
  public static let source = Citation(
    "S0", "فرآیند PO-EBO-PRV-005-00، خروجی‌ها و فعالیت‌های مهم؛ S1 فرآیند ۳",
    "process PO-EBO-PRV-005-00, outputs and main activities; S1 sub-process 3")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var from: GroupState
    public var move: GroupMove
    public var to: GroupState
  }

  public enum Objection: RuleObjection {
    case notAStep(GroupState, GroupMove, GroupState)

    public var code: String { "groups.not-a-step" }
    public var texts: Texts {
      switch self {
      case .notAStep(let from, let move, let to):
        Texts(
          "گروهی که «\(from.texts.fa)» است با «\(move.texts.fa)» نمی‌تواند «\(to.texts.fa)» شود.",
          "A group that is \(from.texts.en) cannot become \(to.texts.en) by \(move.texts.en).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    targets(of: facts.move, from: facts.from).contains(facts.to)
      ? [] : [.notAStep(facts.from, facts.move, facts.to)]
  }

  /// From forming to mature, in the order of the road.
  private static let working: [GroupState] = [.forming, .formed, .trained, .planning, .active, .mature]

  /// Where a move leads from a state; nowhere when it is not a step. What has become an institute is governed as one,
  /// and a refused request is made anew.
  public static func targets(of move: GroupMove, from state: GroupState) -> [GroupState] {
    switch (move, state) {
    case (.accept, .requested): [.forming]
    case (.refuse, .requested): [.refused]
    case (.found, .forming): [.formed]
    case (.declareTrained, .formed): [.trained]
    case (.adoptPlan, .trained), (.adoptPlan, .planning), (.adoptPlan, .active): [.planning]
    case (.startPlan, .planning): [.active]
    case (.declareMature, .active): [.mature]
    case (.becomeInstitute, .mature): [.institute]
    case (.regress, _): earlierStages(than: state)
    case (.suspend, _) where working.contains(state): [.suspended]
    case (.resume, .suspended): working
    case (.merge, _) where working.contains(state) || state == .suspended: [.merged]
    case (.dissolve, _) where working.contains(state) || state == .suspended: [.dissolved]
    default: []
    }
  }

  private static func earlierStages(than state: GroupState) -> [GroupState] {
    guard let place = working.firstIndex(of: state) else { return [] }
    return working[..<place].filter { $0 != .forming && $0 != .planning }
  }
}
