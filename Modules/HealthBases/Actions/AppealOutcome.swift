import Contracts
import Feature

/// Enters what an institute says against the outcome or the termination of its agreement; the short way to the objections desk for
/// whoever has the agreement before them.
struct AppealOutcome: Action {
  var agreement: Ref<AgreementEntity>
  var grounds: Personal<String>
  var channel: Channel
  var objectedOn: JalaliDay?

  static let spec = Spec(
    "healthbases.appeal-outcome", "ثبت اعتراض به سرانجام", "Object to an outcome", .post,
    "/health-bases/agreements/{agreement}/appeal", permission: .healthbasesAppeal,
    fields: [
      "agreement": ("توافق‌نامه", "the agreement"), "grounds": ("دلایل مؤسسه", "what the institute says"),
      "channel": ("از چه راهی رسید", "how it came"),
      "objectedOn": ("روز اعتراض؛ پیش‌فرض امروز", "day of the objection; today when left out"),
    ])

  func perform(in work: borrowing Transaction) throws -> ObjectionReceipt {
    let row = try work.require(Agreement.self, agreement)
    return try work.raise(.init(grounds: grounds, channel: channel, objectedOn: objectedOn), against: row.object)
  }
}
