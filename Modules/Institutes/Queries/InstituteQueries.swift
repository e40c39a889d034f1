import Contracts
import Feature

struct ListInstitutes: ListQuery {
  var province: Province?
  var state: InstituteState?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<InstituteEntity>
    var code: String
    var province: Province
    var name: String
    var state: InstituteState
    var requestedOn: JalaliDay
    var licensedOn: JalaliDay?
    var licenceValidUntil: JalaliDay?
  }

  static let spec = Spec(
    "institutes.institutes", "مؤسسات", "Institutes", "/institutes", permission: .institutesRead,
    fields: [
      "province": ("استان", "province"), "state": ("حالت", "state"), "search": ("جست‌وجو در نام", "search in names"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "institutes_institute t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .search("t.name_key", search.map(PersianText.nameKey))
  }
}

struct ListMembers: ListQuery {
  var institute: Ref<InstituteEntity>

  struct Item: Codable, Sendable {
    var id: ID<BoardMemberEntity>
    var institute: Code<InstituteEntity>
    var person: ID<PersonEntity>
    var post: BoardPost
    var since: JalaliDay
    var until: JalaliDay?
  }

  static let spec = Spec(
    "institutes.members", "هیئت‌های مؤسسه", "Boards of an institute", "/institutes/{institute}/members",
    permission: .institutesRead, fields: ["institute": ("مؤسسه", "the institute")])

  func selection() -> Selection {
    Selection(from: "institutes_member t JOIN institutes_institute i ON i.id = t.institute")
      .refer(institute, "i.id = ?")
      .column("institute", "i.code")
  }
}

/// One institute with its boards, its papers' serial numbers, and what is missing for the next step.
struct ShowInstitute: Query {
  var institute: Ref<InstituteEntity>

  struct Output: Codable, Sendable {
    var institute: Institute
    var members: [BoardMember]
    var agreements: [AgreementInPrinciple]
    var licences: [StandingLicence]
    /// Absent when nothing is left but renewal, suspension and the end.
    var next: FileStage?
    var missing: [MissingPoint]
  }

  static let spec = Spec(
    "institutes.institute", "یک مؤسسه", "One institute", "/institutes/{institute}", permission: .institutesRead,
    fields: ["institute": ("مؤسسه", "the institute")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Institute.self, institute)
    let stage = nextStage(of: row)
    return Output(
      institute: row,
      members: try snapshot.all(BoardMember.self, "institute = ? ORDER BY id", row.id),
      agreements: try snapshot.all(AgreementInPrinciple.self, "institute = ? ORDER BY id", row.id),
      licences: try StandingLicence.all(of: row, in: snapshot),
      next: stage, missing: try stage.map { try missing(row, for: $0, in: snapshot) } ?? [])
  }

  private func nextStage(of row: Institute) -> FileStage? {
    switch row.state {
    case .file: .approval
    case .approved: .agreementInPrinciple
    case .agreedInPrinciple, .expired: .licence
    case .licensed, .suspended, .revoked, .dissolved: nil
    }
  }

  private func missing(_ row: Institute, for stage: FileStage, in snapshot: borrowing Snapshot) throws -> [MissingPoint] {
    let papers = try InstitutePapers(of: row, for: stage, in: snapshot)
    var points = try snapshot.missing(FoundingBoard.self, papers.founders, in: row.province)
    points += try snapshot.missing(RequiredDocuments.self, papers.documents, in: row.province)
    points += try snapshot.missing(EnquiriesAnswered.self, papers.enquiries, in: row.province)
    if stage == .licence {
      points += try snapshot.missing(LicenceTerm.self, .init(validFrom: snapshot.day), in: row.province)
    }
    return points
  }
}

/// A licence with its state.
struct StandingLicence: Codable, Sendable {
  var id: ID<LicenceEntity>
  var rev: Int
  var code: String
  var province: Province
  var institute: ID<InstituteEntity>
  var scope: String
  var signedOn: JalaliDay
  var validFrom: JalaliDay
  var validUntil: JalaliDay
  var state: LicenceState

  /// The licences of an institute, oldest first.
  static func all(of institute: Institute, in snapshot: borrowing Snapshot) throws -> [StandingLicence] {
    let rows = try snapshot.all(Licence.self, "institute = ? ORDER BY id", institute.id)
    let newest = LicenceState(ofNewestIn: institute.state) ?? .inForce
    return rows.map { row in
      StandingLicence(
        id: row.id, rev: row.rev, code: row.code, province: row.province, institute: row.institute, scope: row.scope,
        signedOn: row.signedOn, validFrom: row.validFrom, validUntil: row.validUntil,
        state: row.id == rows.last?.id ? newest : .renewed)
    }
  }
}
