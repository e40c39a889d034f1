public import Values

/// The moves by which a group changes its state.
public enum GroupMove: String, Choice {
  case accept, refuse, found, declareTrained, adoptPlan, startPlan, declareMature, becomeInstitute
  case regress, suspend, resume, merge, dissolve

  /// The action that makes the move; `becomeInstitute` is made by Institutes when it licenses.
  public var action: String? {
    switch self {
    case .accept: "groups.accept-request"
    case .refuse: "groups.refuse-request"
    case .found: "groups.record-founding"
    case .declareTrained: "groups.declare-trained"
    case .adoptPlan: "groups.adopt-plan"
    case .startPlan: "groups.start-plan"
    case .declareMature: "groups.declare-mature"
    case .becomeInstitute: nil
    case .regress: "groups.regress"
    case .suspend: "groups.suspend"
    case .resume: "groups.resume"
    case .merge: "groups.merge"
    case .dissolve: "groups.dissolve"
    }
  }

  public var texts: Texts {
    switch self {
    case .accept: Texts("پذیرش درخواست", "accepting the request")
    case .refuse: Texts("رد درخواست", "refusing the request")
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
    }
  }
}
