public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A social-work clinic that was proposed to carry the programme in a neighbourhood (S2); rejected ones stay, with their reason.
public struct Clinic: ProvincialRecord, CodedRecord {
  public typealias Of = ClinicEntity
  public static let table = Table("mobilisation_clinic", reach: .province)
  /// The clock that starts with the selection.
  static let choiceClock = "mobilisation.choose-neighbourhood"

  public var id = ID<ClinicEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var name: String
  public var nameKey: KeyText
  /// Where it stands; nil when it stands in no neighbourhood that comes into question.
  public var neighbourhood: ID<NeighbourhoodEntity>?
  public var canOpenBase: Bool
  public var placeEvidence: String
  public var isWilling: Bool
  public var willingnessEvidence: String
  public var hasGoodRecord: Bool
  public var recordEvidence: String
  public var state: ClinicState
  public var rejectionReason: String?
  public var selectedOn: JalaliDay?
  /// Last day for the choice of the target neighbourhood, extensions included.
  public var choiceDue: JalaliDay?
  public var target: ID<NeighbourhoodEntity>?
  public var chosenOn: JalaliDay?

  /// Its name in the ledger and in the deadlines desk.
  var object: String { "\(ClinicEntity.object)/\(id.raw)" }
}

/// Where a clinic stands on its way.
public enum ClinicState: String, Choice {
  case proposed, selected, rejected, placed

  public var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .selected: Texts("برگزیده، محله انتخاب نشده", "selected, neighbourhood not chosen")
    case .rejected: Texts("ردشده", "rejected")
    case .placed: Texts("برگزیده، محله انتخاب شده", "selected, neighbourhood chosen")
    }
  }
}
