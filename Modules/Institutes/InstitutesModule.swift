import Contracts
public import Registry
public import Rules
public import Store

/// Institutes: file, founding board, agreement in principle, licence, and what may end one.
public struct InstitutesModule: FeatureModule {
  public static let manifest = Manifest(
    "institutes", "مؤسسات", "Institutes", after: ["people", "groups", "documents", "enquiries", "deadlines"])

  public init(_ kernel: Kernel) throws { try kernel.publish((any InstitutesBook).self, InstitutesAnswers()) }

  public var migrations: [Migration] { [InstitutesSchema.tables] }
  public var records: [any Record.Type] {
    [Institute.self, BoardMember.self, AgreementInPrinciple.self, Licence.self]
  }
  public var rules: [any Rule.Type] {
    [
      GroupIsMature.self, IncompatiblePosts.self, FoundingBoard.self, RequiredDocuments.self, EnquiriesAnswered.self,
      LicenceTerm.self, RenewalNotice.self, InstituteStep.self,
    ]
  }
  public var actions: [any Action.Type] {
    [
      OpenFile.self, NameMember.self, RelieveMember.self, ApproveFile.self, AgreeInPrinciple.self, IssueLicence.self,
      SuspendLicence.self, ReinstateLicence.self, RevokeLicence.self, DissolveInstitute.self,
    ]
  }
  public var queries: [any Query.Type] { [ShowInstitute.self] }
  public var lists: [any ListQuery.Type] {
    [ListInstitutes.self, ListMembers.self, ListLicences.self, ListRegister.self]
  }
  public var nightly: [any NightlyTask.Type] { [ExpireLicences.self, AnnounceRenewals.self] }
}
