import Contracts
public import Feature

/// Groups of volunteers: from the formation request to the maturity that lets them found an institute.
public enum GroupsModule: FeatureModule {
  public static let module = Module(
    "groups", "گروه‌ها", "Groups", after: ["accounts", "mobilisation", "training", "objections"],
    words: words,
    migrations: GroupsSchema.all,
    records: [
      Group.self, Membership.self, Appointment.self, Founding.self, Plan.self, Project.self, Activity.self, Attendance.self,
      Suspension.self, MaturityRound.self, Assessment.self, RequestRefusal.self, Dissolution.self,
      Regression.self, Merger.self,
      FacilitatorAssignment.self,
    ],
    rules: [
      GroupLifecycle.self, PlanLifecycle.self, MaturityRoundLifecycle.self, WorkInState.self, FormationRequest.self, IdentityInPerson.self,
      FormationTime.self, MemberEligibility.self,
      FoundingQuorum.self, TrainedGroup.self, PlanFromRanking.self, MaturityAssessment.self, Maturity.self,
      DissolutionLifecycle.self, FacilitatorPost.self,
    ],
    actions: [
      RequestGroup.self, ConfirmIdentity.self, RefuseRequest.self, AcceptRequest.self, AdmitMember.self, EndMembership.self,
      AppointOfficer.self, RecordFounding.self, DeclareTrained.self, AdoptPlan.self, StartPlan.self, RecordActivity.self, CloseProject.self,
      AssessMaturity.self, DeclareMature.self, RegressGroup.self, SuspendGroup.self, ResumeGroup.self, MergeGroup.self, DissolveGroup.self,
      ObjectForGroup.self, AssignFacilitator.self, EndAssignment.self, CorrectAssignment.self,
    ],
    queries: [ShowGroup.self, ShowAssessment.self, TraceGroup.self],
    lists: [
      ListGroups.self, ListMembers.self, ListOffices.self, ListProjects.self, ListActivities.self, ListAssessments.self,
      ListAssignments.self,
    ],
    provisions: [
      .provides((any GroupsContract).self, GroupsContractProvider()),
      .contributes((any ContestedDecisions).self, ContestedGroups()),
    ])
}
