import Contracts
import Feature

/// The deputy approves a complete file; whoever prepared it may not (S0).
struct ApproveFile: ApprovingAction {
  var institute: Ref<InstituteEntity>

  static let spec = Spec(
    "institutes.approve-file", "تأیید پروندهٔ مؤسسه", "Approve an institute's file", .post,
    "/institutes/{institute}/approve", permission: .institutesApprove, fields: ["institute": ("مؤسسه", "the institute")]
  )

  func perform(in work: borrowing Transaction) throws -> Institute {
    var row = try work.require(Institute.self, institute)
    try work.move(&row, by: .approve)
    try work.requireSeparationOfDuties(on: row)
    try InstitutePapers(of: row, for: .approval, in: work.snapshot).require(for: row, work: work)
    return try work.update(row)
  }
}
