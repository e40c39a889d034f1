public import Contracts
import Persian
public import Registry
public import Values

/// The director agrees in principle to an approved file (S2).
public struct AgreeInPrinciple: Action {
  public var institute: Ref<InstituteEntity>
  public var conditions: String?

  public static let spec = Spec(
    "institutes.agree-in-principle", "صدور موافقت اصولی", "Issue an agreement in principle", .post,
    "/institutes/{institute}/agree-in-principle", permission: .institutesSign, weight: .serious,
    fields: ["institute": ("مؤسسه", "the institute"), "conditions": ("شرایط", "conditions it is bound to")])

  public func perform(in work: borrowing UnitOfWork) throws -> AgreementInPrinciple {
    var row = try work.require(Institute.self, institute)
    try work.requireStep(row, to: .agreedInPrinciple)
    try work.requireFreshEyes(on: row)
    try InstitutePapers(of: row, for: .agreementInPrinciple, in: work.look).require(for: row, work: work)
    row.state = .agreedInPrinciple
    row.agreedOn = work.day
    try work.update(row)
    return try work.insert(
      AgreementInPrinciple(
        province: row.province, institute: row.id, signedOn: work.day,
        conditions: PersianText.stored(conditions ?? "", keepingLines: true)))
  }
}
