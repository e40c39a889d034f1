import Contracts
import Feature

/// A group goes its way step by step: from request to institute, back when it weakens, and out at any time. What has become
/// an institute is governed as one, and a refused request is made anew unless an objection to the refusal is upheld.
struct GroupLifecycle: StateMachine {
  typealias Subject = GroupEntity
  static let id = "groups.group-step"
  static let version = 4
  static let objectionCode = "groups.not-a-step"
  static let texts = Texts(
    "گروه گام به گام از درخواست تا مؤسسه پیش می‌رود و هیچ گامی جا نمی‌افتد.",
    "A group goes step by step from the request to the institute; no step is left out.")
  static let source = Citation(
    "S0", "فرآیند PO-EBO-PRV-005-00، خروجی‌ها و فعالیت‌های مهم؛ S1 فرآیند ۳",
    "process PO-EBO-PRV-005-00, outputs and main activities; S1 sub-process 3")

  /// From forming to mature, in the order of the road.
  private static let working: [GroupState] = [.forming, .formed, .trained, .planning, .active, .mature]

  static let transitions: [Transition<GroupState, GroupMove>] = [
    .init(.accept, from: [.requested], to: .forming, by: AcceptRequest.self),
    .init(.refuse, from: [.requested], to: .refused, by: RefuseRequest.self),
    // Decided by the superior, on the objection; who refused is not asked again.
    .init(.uphold, from: [.refused], to: .forming, role: .exceptional, source: .productDefault),
    .init(.found, from: [.forming], to: .formed, by: RecordFounding.self),
    .init(.declareTrained, from: [.formed], to: .trained, by: DeclareTrained.self),
    .init(.adoptPlan, from: [.trained], to: .planning, by: AdoptPlan.self),
    .init(.adoptPlan, from: [.planning, .active], to: .planning, by: AdoptPlan.self, role: .exceptional),
    .init(.startPlan, from: [.planning], to: .active, by: StartPlan.self),
    .init(.declareMature, from: [.active], to: .mature, by: DeclareMature.self),
    .init(.becomeInstitute, from: [.mature], to: .institute),
    .init(.regress, from: [.trained], to: .formed, by: RegressGroup.self, role: .exceptional),
    .init(.regress, from: [.planning, .active], toOneOf: [.formed, .trained], by: RegressGroup.self, role: .exceptional),
    .init(.regress, from: [.mature], toOneOf: [.formed, .trained, .active], by: RegressGroup.self, role: .exceptional),
    .init(.suspend, from: working, to: .suspended, by: SuspendGroup.self, role: .exceptional),
    .init(.resume, from: [.suspended], toOneOf: working, by: ResumeGroup.self, role: .exceptional),
    .init(.merge, from: working + [.suspended], to: .merged, by: MergeGroup.self, role: .exceptional),
    .init(.dissolve, from: working + [.suspended], to: .dissolved, by: DissolveGroup.self, role: .exceptional),
    // An objection stays a dissolution.
    .init(
      .restore, from: [.dissolved], toOneOf: working + [.suspended], by: ObjectForGroup.self, role: .exceptional,
      source: DissolutionLifecycle.source),
    // An upheld one undoes a merger or a regression.
    .init(.part, from: [.merged], toOneOf: working + [.suspended], role: .exceptional, source: .productDefault),
    .init(.reinstate, from: [.formed], toOneOf: [.trained, .planning, .active, .mature], role: .exceptional, source: .productDefault),
    .init(.reinstate, from: [.trained], toOneOf: [.planning, .active, .mature], role: .exceptional, source: .productDefault),
    .init(.reinstate, from: [.active], to: .mature, role: .exceptional, source: .productDefault),
  ]
}

/// The moves by which a group changes its state.
enum GroupMove: String, Choice {
  case accept, refuse, found, declareTrained, adoptPlan, startPlan, declareMature, becomeInstitute
  case regress, suspend, resume, merge, dissolve, uphold, restore, part, reinstate

  var texts: Texts {
    switch self {
    case .accept: Texts("پذیرش درخواست", "accepting the request")
    case .refuse: Texts("رد درخواست", "refusing the request")
    case .uphold: Texts("پذیرش اعتراض به رد", "upholding an objection to the refusal")
    case .found: Texts("ثبت تأسیس", "recording the founding")
    case .declareTrained: Texts("اعلام آموزش‌دیدگی", "declaring it trained")
    case .adoptPlan: Texts("تصویب برنامه", "adopting a plan")
    case .startPlan: Texts("آغاز برنامه", "starting the plan")
    case .declareMature: Texts("اعلام بالندگی", "declaring maturity")
    case .becomeInstitute: Texts("مؤسسه شدن", "becoming an institute")
    case .regress: Texts("بازگشت به مرحلهٔ پیشین", "going back to an earlier stage")
    case .suspend: Texts("تعلیق", "suspending")
    case .resume: Texts("از سرگیری", "resuming")
    case .merge: Texts("ادغام", "merging")
    case .dissolve: Texts("انحلال", "dissolving")
    case .restore: Texts("توقف انحلال با اعتراض", "staying the dissolution by an objection")
    case .part: Texts("جدا شدن دوباره با پذیرش اعتراض", "parting again by an upheld objection")
    case .reinstate: Texts("برگرداندن بازگشت با پذیرش اعتراض", "undoing the regression by an upheld objection")
    }
  }
}
