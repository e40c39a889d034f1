import Contracts
import Feature

/// What is taught: the workshop of S3, the general education of S4, the group facilitation of S0.
enum CourseKind: String, Choice {
  case localFacilitatorWorkshop, generalEducation, groupFacilitation

  var texts: Texts {
    switch self {
    case .localFacilitatorWorkshop: Texts("کارگاه تسهیلگران محلی", "local facilitators' workshop")
    case .generalEducation: Texts("آموزش همگانی", "general public education")
    case .groupFacilitation: Texts("تسهیلگری گروه", "group facilitation")
    }
  }
}
