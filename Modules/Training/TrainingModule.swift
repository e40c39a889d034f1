import Contracts
public import Feature

/// Courses from the curriculum to the settlement (S3), and the national plan of trained facilitators.
public enum TrainingModule: FeatureModule {
  public static let module = Module(
    "training", "آموزش", "Training", after: ["people", "documents", "objections"],
    words: words,
    migrations: [
      TrainingSchema.tables, TrainingSchema.states, TrainingSchema.days, TrainingSchema.providers, TrainingSchema.charges,
      TrainingSchema.taught, TrainingSchema.oneSeat, TrainingSchema.revocations,
    ],
    records: [
      CourseTemplate.self, Course.self, Provision.self, Enrolment.self, CourseDay.self, Presence.self, Certificate.self,
      CourseSettlement.self, Charge.self, PlanLine.self, Revocation.self,
    ],
    rules: [
      TemplateShape.self, CoursePlan.self, CourseLifecycle.self, StepReadiness.self, EnrolmentLifecycle.self, WorkAtStep.self,
      WhoMayAttend.self, OneSeat.self, LateEnrolment.self, OutsideConfirmation.self, DaysMoved.self, AttendanceRecord.self, Completion.self,
      ProviderPayee.self, Settlement.self, NationalPlan.self,
    ],
    actions: [
      DefineTemplate.self, ScheduleCourse.self, RescheduleCourse.self, NameProvider.self, AdvanceCourse.self, EnrolPerson.self,
      WithdrawPerson.self,
      ConfirmOutside.self,
      MarkAttendance.self, EvaluatePerson.self, CertifyPerson.self, RevokeCertificate.self, SettleCourse.self, ReverseSettlement.self,
      SetPlan.self,
    ],
    queries: [ShowCourse.self, ShowParticipation.self, ShowPlan.self],
    lists: [
      ListTemplates.self, ListCourses.self, ListEnrolments.self, ListAttendance.self, ListCertificates.self, ListSettlements.self,
    ],
    provisions: [
      .provides((any TrainingContract).self, TrainingContractProvider()),
      .contributes((any ContestedDecisions).self, ContestedCertificates()),
    ])
}
