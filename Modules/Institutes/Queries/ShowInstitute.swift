public import Contracts
public import Registry
public import Values

/// One institute with its boards, its papers' serial numbers, and what is missing for the next step.
public struct ShowInstitute: Query {
  public var institute: Ref<InstituteEntity>

  public struct Answer: Codable, Sendable {
    public var institute: Institute
    public var members: [BoardMember]
    public var agreements: [AgreementInPrinciple]
    public var licences: [Licence]
    /// Absent when nothing is left but renewal, suspension and the end.
    public var next: FileStage?
    public var missing: [MissingPoint]
  }

  public static let spec = Spec(
    "institutes.institute", "یک مؤسسه", "One institute", "/institutes/{institute}", permission: .institutesRead,
    fields: ["institute": ("مؤسسه", "the institute")])

  public func answer(in look: borrowing Look) throws -> Answer {
    let row = try look.require(Institute.self, institute)
    let stage = nextStage(of: row)
    return Answer(
      institute: row,
      members: try look.all(BoardMember.self, "institute = ? ORDER BY id", row.id),
      agreements: try look.all(AgreementInPrinciple.self, "institute = ? ORDER BY id", row.id),
      licences: try look.all(Licence.self, "institute = ? ORDER BY id", row.id),
      next: stage, missing: try stage.map { try missing(row, for: $0, in: look) } ?? [])
  }

  private func nextStage(of row: Institute) -> FileStage? {
    switch row.state {
    case .file: .approval
    case .approved: .agreementInPrinciple
    case .agreedInPrinciple, .expired: .licence
    case .licensed, .suspended, .revoked, .dissolved: nil
    }
  }

  private func missing(_ row: Institute, for stage: FileStage, in look: borrowing Look) throws -> [MissingPoint] {
    let papers = try InstitutePapers(of: row, for: stage, in: look)
    var points = try look.missing(FoundingBoard.self, papers.founders, in: row.province)
    points += try look.missing(RequiredDocuments.self, papers.documents, in: row.province)
    points += try look.missing(EnquiriesAnswered.self, papers.enquiries, in: row.province)
    if stage == .licence {
      points += try look.missing(LicenceTerm.self, .init(validFrom: look.day), in: row.province)
    }
    return points
  }
}
