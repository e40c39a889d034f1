import Contracts
import Feature

/// A social-work clinic that was proposed to carry the programme in a neighbourhood (S2); rejected ones stay, with their reason.
struct Clinic: ProvincialRecord, CodedRecord, StatefulRecord {
  typealias Of = ClinicEntity
  typealias Machine = ClinicLifecycle
  static let table = Table("mobilisation_clinic", reach: .province, seenWith: ["neighbourhood", "target"])
  static let naming = Naming("name", foundBy: [.nameKey("name_key")])
  /// The clock that starts with the selection.
  static let choiceClock = "mobilisation.choose-neighbourhood"

  var id = ID<ClinicEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var name: String
  var nameKey: KeyText
  /// Where it stands; nil when it stands in no neighbourhood that comes into question.
  var neighbourhood: ID<NeighbourhoodEntity>?
  var canOpenBase: Bool
  var placeEvidence: String
  var isWilling: Bool
  var willingnessEvidence: String
  var hasGoodRecord: Bool
  var recordEvidence: String
  var state: ClinicState
  var rejectionReason: String?
  var selectedOn: JalaliDay?
  /// Last day for the choice of the target neighbourhood, extensions included.
  var choiceDue: JalaliDay?
  var target: ID<NeighbourhoodEntity>?
  var chosenOn: JalaliDay?

  /// Its name in the ledger and in the deadlines desk.
  var object: String { "\(ClinicEntity.object)/\(id.raw)" }
}

/// Where a clinic stands on its way.
enum ClinicState: String, Choice {
  case proposed, selected, rejected, placed

  var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .selected: Texts("برگزیده، محله انتخاب نشده", "selected, neighbourhood not chosen")
    case .rejected: Texts("ردشده", "rejected")
    case .placed: Texts("برگزیده، محله انتخاب شده", "selected, neighbourhood chosen")
    }
  }
}
