import Contracts
public import Registry
public import Rules
public import Store

/// Social-health bases: admission, yearly agreements, the year's activities, and the night that settles each year once.
public struct HealthBasesModule: FeatureModule {
  public static let manifest = Manifest(
    "healthbases", "پایگاه‌های سلامت اجتماعی", "Health bases",
    after: ["people", "regions", "documents", "deadlines", "institutes"])

  public init(_ kernel: Kernel) throws { try kernel.publish((any HealthBasesBook).self, HealthBasesAnswers()) }

  public var migrations: [Migration] { [HealthBasesSchema.bases, HealthBasesSchema.endings] }
  public var records: [any Record.Type] {
    [HealthBase.self, Agreement.self, BaseActivity.self, Outcome.self, Termination.self, Confirmation.self]
  }
  public var rules: [any Rule.Type] {
    [
      Admission.self, BaseStep.self, AgreementTerm.self, AgreementStep.self, ActivityInTerm.self, YearApproval.self,
      Renewal.self, HeldRelease.self, RenewalReminders.self, ConfirmationCapacity.self, EarlyTermination.self,
    ]
  }
  public var actions: [any Action.Type] {
    [
      ProposeBase.self, AdmitBase.self, SuspendBase.self, ResumeBase.self, SignAgreement.self, RecordActivity.self,
      ApproveYear.self, DisapproveYear.self, ReleaseHeld.self, ProposeTermination.self, ConfirmTermination.self,
      TerminateAgreement.self,
    ]
  }
  public var queries: [any Query.Type] { [ShowAgreement.self, ShowRenewals.self] }
  public var lists: [any ListQuery.Type] {
    [ListBases.self, ListAgreements.self, ListActivities.self, ListOutcomes.self]
  }
  public var nightly: [any NightlyTask.Type] { [RemindOfEnds.self, RenewAgreements.self] }
}
