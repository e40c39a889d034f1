import Contracts
public import Feature

/// Local mobilisation: clinics and target neighbourhoods, volunteers and key persons, gatherings, needs and their ranking.
public enum MobilisationModule: FeatureModule {
  public static let module = Module(
    "mobilisation", "بسیج محلی", "Mobilisation", after: ["regions", "people", "deadlines", "objections"],
    words: words,
    migrations: [
      MobilisationSchema.clinics, MobilisationSchema.people, MobilisationSchema.needs, MobilisationSchema.names, MobilisationSchema.states,
      MobilisationSchema.schemes, MobilisationSchema.schemeEnds,
      MobilisationSchema.rejections,
    ],
    records: [
      Clinic.self, CandidateNeighbourhood.self, ChoiceExtension.self, SchemeEnd.self, Volunteer.self, KeyPerson.self, Gathering.self,
      Attendance.self, Need.self, Ranking.self, NeedScore.self, Rejection.self,
    ],
    rules: [
      ClinicCriteria.self, ClinicLifecycle.self, NeighbourhoodChoiceTerm.self, NeighbourhoodChoice.self, ChoiceExtensionReason.self,
      SchemeTerm.self,
      VolunteerEligibility.self, GatheringQuorum.self, RankingCriteria.self, RankingLifecycle.self, RankingComplete.self,
    ],
    actions: [
      ProposeClinic.self, SelectClinic.self, RejectClinic.self, ExtendChoice.self, ChooseNeighbourhood.self, EndScheme.self,
      RegisterVolunteer.self,
      NameKeyPerson.self, HoldGathering.self, RecordNeed.self, StartRanking.self, ScoreNeed.self, LockRanking.self,
    ],
    queries: [
      ShowClinic.self, ShowVolunteer.self, ShowKeyPerson.self, ShowGathering.self, ShowNeed.self, ShowRanking.self,
    ],
    lists: [
      ListClinics.self, ListVolunteers.self, ListKeyPersons.self, ListGatherings.self, ListNeeds.self, ListRankings.self,
    ],
    provisions: [
      .provides((any MobilisationContract).self, MobilisationContractProvider()),
      .contributes((any ContestedDecisions).self, ContestedClinics()),
    ])
}
