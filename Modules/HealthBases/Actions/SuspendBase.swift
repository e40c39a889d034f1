import Contracts
import Feature

/// Suspends a base: nothing is recorded there, and its agreement is held when its term ends meanwhile.
struct SuspendBase: Action {
  var base: Ref<HealthBaseEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.suspend-base", "تعلیق پایگاه", "Suspend a base", .post, "/health-bases/{base}/suspend",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.move(&row, by: .suspend)
    try work.give(reason: reason)
    return try work.update(row)
  }
}

/// Ends the suspension of a base.
struct ResumeBase: Action {
  var base: Ref<HealthBaseEntity>
  var reason: String

  static let spec = Spec(
    "healthbases.resume-base", "ازسرگیری پایگاه", "Resume a base", .post, "/health-bases/{base}/resume",
    permission: .healthbasesApprove, weight: .serious,
    fields: ["base": ("پایگاه", "the base"), "reason": ("علت", "why")])

  func perform(in work: borrowing Transaction) throws -> HealthBase {
    var row = try work.require(HealthBase.self, base)
    try work.move(&row, by: .resume)
    try work.give(reason: reason)
    return try work.update(row)
  }
}
