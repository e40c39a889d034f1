import Contracts
import Feature

/// The director agrees in principle to an approved file (S2).
struct AgreeInPrinciple: ApprovingAction {
  var institute: Ref<InstituteEntity>
  var conditions: String?

  static let spec = Spec(
    "institutes.agree-in-principle", "صدور موافقت اصولی", "Issue an agreement in principle", .post,
    "/institutes/{institute}/agree-in-principle", permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "conditions": ("شرایط", "conditions it is bound to")])

  func perform(in work: borrowing Transaction) throws -> AgreementInPrinciple {
    var row = try work.require(Institute.self, institute)
    try work.move(&row, by: .agreeInPrinciple)
    try work.requireSeparationOfDuties(on: row)
    try InstitutePapers(of: row, for: .agreementInPrinciple, in: work.snapshot).require(for: row, work: work)
    row.agreedOn = work.day
    try work.update(row)
    return try work.insert(
      AgreementInPrinciple(
        province: row.province, institute: row.id, signedOn: work.day,
        conditions: PersianText.stored(conditions ?? "", keepingLines: true)))
  }
}
