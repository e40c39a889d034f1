import Contracts
public import Feature

/// Social-health bases: admission, yearly agreements, the year's activities, and the night that settles each year once.
public enum HealthBasesModule: FeatureModule {
  public static let module = Module(
    "healthbases", "پایگاه‌های سلامت اجتماعی", "Health bases",
    after: ["people", "regions", "documents", "deadlines", "objections", "institutes"],
    words: words,
    migrations: [
      HealthBasesSchema.bases, HealthBasesSchema.endings, HealthBasesSchema.states, HealthBasesSchema.oneIndex,
      HealthBasesSchema.yearDecisions, HealthBasesSchema.entriesAndAppeals, HealthBasesSchema.seenEntries, HealthBasesSchema.signatures,
      HealthBasesSchema.undecidedYears, HealthBasesSchema.contested, HealthBasesSchema.terminationGaps,
    ],
    records: [
      HealthBase.self, Agreement.self, BaseActivity.self, AgreementOutcome.self, Termination.self, Confirmation.self,
      TakenDecision.self, Hold.self, Interruption.self, ActivityEntry.self, SeenEntry.self, RenewalSignature.self,
      UndecidedYear.self, Overturned.self, BaseSuspension.self, TerminationGap.self,
    ],
    rules: [
      Admission.self, BaseLifecycle.self, AgreementTerm.self, AgreementLifecycle.self, ActivityInTerm.self, YearApproval.self, Renewal.self,
      HeldRelease.self, RenewalReminders.self, ConfirmationCapacity.self, EarlyTermination.self,
      DecisionRevision.self, RenewalSigning.self, SignatureLifecycle.self, YearLifecycle.self,
    ],
    actions: [
      ProposeBase.self, AdmitBase.self, SuspendBase.self, ResumeBase.self, SignAgreement.self, RecordActivity.self, ApproveYear.self,
      DisapproveYear.self, ReviseDecision.self, ReleaseHeld.self, AppealOutcome.self, ProposeTermination.self,
      ConfirmTermination.self, TerminateAgreement.self, SignRenewal.self, RecordInstituteSignature.self,
    ],
    queries: [ShowAgreement.self, ShowBase.self, ShowRenewals.self, YearsToDecide.self],
    lists: [ListBases.self, ListAgreements.self, ListActivities.self, ListOutcomes.self],
    nightly: [RemindOfEnds.self, RenewAgreements.self, SettleHeld.self, SuspendUnsigned.self, AskDecisions.self],
    provisions: [
      .provides((any HealthBasesContract).self, HealthBasesContractProvider()),
      .contributes((any ContestedDecisions).self, ContestedBases()),
      .contributes((any ContestedDecisions).self, ContestedAgreements()),
    ])
}
