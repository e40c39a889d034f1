import Contracts
public import Registry
public import Rules
public import Store

/// Courses from the curriculum to the settlement (S3), and the national plan of trained facilitators.
public struct TrainingModule: FeatureModule {
  public static let manifest = Manifest("training", "آموزش", "Training", after: ["people", "documents"])

  public init(_ kernel: Kernel) throws { try kernel.publish((any TrainingBook).self, TrainingAnswers()) }

  public var migrations: [Migration] { [TrainingSchema.tables] }
  public var records: [any Record.Type] {
    [
      CourseTemplate.self, Course.self, Enrolment.self, Presence.self, Certificate.self, CourseSettlement.self,
      PlanLine.self,
    ]
  }
  public var rules: [any Rule.Type] {
    [
      TemplateShape.self, CoursePlan.self, CourseStep.self, WorkAtStep.self, WhoMayAttend.self,
      OutsideConfirmation.self, AttendanceRecord.self, Completion.self, Settlement.self, NationalPlan.self,
    ]
  }
  public var actions: [any Action.Type] {
    [
      DefineTemplate.self, ScheduleCourse.self, AdvanceCourse.self, EnrolPerson.self, WithdrawPerson.self,
      ConfirmOutside.self, MarkAttendance.self, EvaluatePerson.self, CertifyPerson.self, RevokeCertificate.self,
      SettleCourse.self, SetPlan.self,
    ]
  }
  public var queries: [any Query.Type] { [ShowCourse.self, ShowPlan.self] }
  public var lists: [any ListQuery.Type] {
    [
      ListTemplates.self, ListCourses.self, ListEnrolments.self, ListAttendance.self, ListCertificates.self,
      ListSettlements.self,
    ]
  }
}
