public import Contracts
public import Registry
public import Values

/// The deputy approves a complete file; whoever prepared it may not (S0).
public struct ApproveFile: Action {
  public var institute: Ref<InstituteEntity>

  public static let spec = Spec(
    "institutes.approve-file", "تأیید پروندهٔ مؤسسه", "Approve an institute's file", .post,
    "/institutes/{institute}/approve", permission: .institutesApprove, fields: ["institute": ("مؤسسه", "the institute")]
  )

  public func perform(in work: borrowing UnitOfWork) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    try work.requireStep(row, to: .approved)
    try work.requireFreshEyes(on: row)
    try InstitutePapers(of: row, for: .approval, in: work.look).require(for: row, work: work)
    row.state = .approved
    return try work.update(row)
  }
}
