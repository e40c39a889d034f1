import Contracts
public import Feature

/// Institutes: file, founding board, agreement in principle, licence, and what may end one.
public enum InstitutesModule: FeatureModule {
  public static let module = Module(
    "institutes", "مؤسسات", "Institutes", after: ["people", "groups", "documents", "enquiries", "deadlines", "objections"],
    words: words,
    migrations: [InstitutesSchema.tables, InstitutesSchema.names, InstitutesSchema.states, InstitutesSchema.sanctions],
    records: [Institute.self, BoardMember.self, AgreementInPrinciple.self, Licence.self, Sanction.self],
    rules: [
      GroupIsMature.self, IncompatiblePosts.self, FoundingBoard.self, RequiredDocuments.self, EnquiriesAnswered.self, LicenceTerm.self,
      RenewalNotice.self, InstituteLifecycle.self, LicenceLifecycle.self, SanctionLifecycle.self, EnteredDay.self,
    ],
    actions: [
      OpenFile.self, NameMember.self, RelieveMember.self, ApproveFile.self, AgreeInPrinciple.self, IssueLicence.self, SuspendLicence.self,
      ReinstateLicence.self, RevokeLicence.self, DissolveInstitute.self,
    ],
    queries: [ShowInstitute.self],
    lists: [ListInstitutes.self, ListMembers.self, ListLicences.self, ListRegister.self],
    nightly: [ExpireLicences.self, AnnounceRenewals.self],
    provisions: [
      .provides((any InstitutesContract).self, InstitutesContractProvider()),
      .contributes((any ContestedDecisions).self, ContestedInstitutes()),
    ])
}
