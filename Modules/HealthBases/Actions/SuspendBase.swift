public import Contracts
public import Registry
public import Values

/// Suspends a base: nothing is recorded there, and its agreement is held when its term ends meanwhile.
public struct SuspendBase: Action {
  public var base: Ref<HealthBaseEntity>
  public var reason: String

  public static let spec = Spec(
    "healthbases.suspend-base", "تعلیق پایگاه", "Suspend a base", .post, "/health-bases/{base}/suspend",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.requireStep(row, to: .suspended)
    try work.give(reason: reason)
    row.state = .suspended
    return try work.update(row)
  }
}

/// Ends the suspension of a base.
public struct ResumeBase: Action {
  public var base: Ref<HealthBaseEntity>
  public var reason: String

  public static let spec = Spec(
    "healthbases.resume-base", "ازسرگیری پایگاه", "Resume a base", .post, "/health-bases/{base}/resume",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  public func perform(in work: borrowing UnitOfWork) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.requireStep(row, to: .admitted)
    guard row.state == .suspended else {
      throw Refusal.conflict(
        "healthbases.not-suspended", Texts("این پایگاه تعلیق نیست.", "This base is not suspended."))
    }
    try work.give(reason: reason)
    row.state = .admitted
    return try work.update(row)
  }
}
