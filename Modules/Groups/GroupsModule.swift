import Contracts
public import Registry
public import Rules
public import Store

/// Groups of volunteers: from the formation request to the maturity that lets them found an institute.
public struct GroupsModule: FeatureModule {
  public static let manifest = Manifest("groups", "گروه‌ها", "Groups", after: ["mobilisation", "training"])

  public init(_ kernel: Kernel) throws { try kernel.publish((any GroupsBook).self, GroupsAnswers()) }

  public var migrations: [Migration] { GroupsSchema.all }
  public var records: [any Record.Type] {
    [
      Group.self, Membership.self, Appointment.self, Founding.self, Plan.self, Project.self, Activity.self,
      Attendance.self, MaturityRound.self, Assessment.self,
    ]
  }
  public var rules: [any Rule.Type] {
    [
      GroupStep.self, WorkInState.self, FormationRequest.self, IdentityInPerson.self, FormationTime.self,
      MemberEligibility.self, FoundingQuorum.self, TrainedGroup.self, PlanFromRanking.self, MaturityAssessment.self,
      Maturity.self,
    ]
  }
  public var actions: [any Action.Type] {
    [
      RequestGroup.self, ConfirmIdentity.self, RefuseRequest.self, AcceptRequest.self, AdmitMember.self,
      EndMembership.self, AppointOfficer.self, RecordFounding.self, DeclareTrained.self, AdoptPlan.self,
      StartPlan.self, RecordActivity.self, CloseProject.self, AssessMaturity.self, DeclareMature.self,
      RegressGroup.self, SuspendGroup.self, ResumeGroup.self, MergeGroup.self, DissolveGroup.self,
    ]
  }
  public var queries: [any Query.Type] { [ShowGroup.self, ShowAssessment.self, TraceGroup.self] }
  public var lists: [any ListQuery.Type] {
    [
      ListGroups.self, ListMembers.self, ListOffices.self, ListProjects.self, ListActivities.self, ListAssessments.self,
    ]
  }
}
