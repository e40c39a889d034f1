import Contracts
public import Registry
public import Rules
public import Store

/// Local mobilisation: clinics and target neighbourhoods, volunteers and key persons, gatherings, needs and their ranking.
public struct MobilisationModule: FeatureModule {
  public static let manifest = Manifest(
    "mobilisation", "بسیج محلی", "Mobilisation", after: ["regions", "people", "deadlines"])

  public init(_ kernel: Kernel) throws { try kernel.publish((any NeedsBook).self, MobilisationAnswers()) }

  public var migrations: [Migration] {
    [MobilisationSchema.clinics, MobilisationSchema.people, MobilisationSchema.needs]
  }
  public var records: [any Record.Type] {
    [
      Clinic.self, CandidateNeighbourhood.self, ChoiceExtension.self, Volunteer.self, KeyPerson.self, Gathering.self,
      Attendance.self, Need.self, Ranking.self, NeedScore.self,
    ]
  }
  public var rules: [any Rule.Type] {
    [
      ClinicCriteria.self, ClinicStep.self, NeighbourhoodChoiceTerm.self, NeighbourhoodChoice.self,
      ChoiceExtensionReason.self, VolunteerEligibility.self, GatheringQuorum.self, RankingCriteria.self,
      RankingOpen.self, RankingComplete.self,
    ]
  }
  public var actions: [any Action.Type] {
    [
      ProposeClinic.self, SelectClinic.self, RejectClinic.self, ExtendChoice.self, ChooseNeighbourhood.self,
      RegisterVolunteer.self, NameKeyPerson.self, HoldGathering.self, RecordNeed.self, StartRanking.self,
      ScoreNeed.self, LockRanking.self,
    ]
  }
  public var queries: [any Query.Type] {
    [
      ShowClinic.self, ShowVolunteer.self, ShowKeyPerson.self, ShowGathering.self, ShowNeed.self, ShowRanking.self,
    ]
  }
  public var lists: [any ListQuery.Type] {
    [
      ListClinics.self, ListVolunteers.self, ListKeyPersons.self, ListGatherings.self, ListNeeds.self,
      ListRankings.self,
    ]
  }
}
