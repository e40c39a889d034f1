import Contracts
import Feature

enum LicenceEntity: Entity {
  static let object = "institutes.licence"
  static let prefix: String? = "LC"
  static let texts = Texts("پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
}

/// An establishment and activity licence (S4). A renewal is a new one; the old row stays as it was.
struct Licence: ProvincialRecord, CodedRecord, DerivedStateRecord {
  typealias Of = LicenceEntity
  typealias Machine = LicenceLifecycle
  static let table = Table("institutes_licence", reach: .province, seenWith: ["institute"])
  static let naming = Naming("(SELECT i.name FROM institutes_institute i WHERE i.id = institute)")

  /// As `LicenceState.init(ofNewestIn:)` has it; every older one was renewed.
  static let standing: StaticString = """
    (SELECT CASE WHEN EXISTS (SELECT 1 FROM institutes_licence n WHERE n.institute = i.id AND n.id > t.id)
        THEN 'renewed' WHEN i.state = 'licensed' THEN 'inForce' WHEN i.state = 'dissolved' THEN 'ended' ELSE i.state END
      FROM institutes_institute i WHERE i.id = t.institute)
    """

  var id = ID<LicenceEntity>(0)
  var rev = 0
  /// The serial number.
  var code = ""
  var province: Province
  var institute: ID<InstituteEntity>
  /// What it may be used for, in the words of the licence.
  var scope: String
  var signedOn: JalaliDay
  var validFrom: JalaliDay
  var validUntil: JalaliDay
}

/// Where a licence stands; its term stands beside it in `validFrom` and `validUntil`.
enum LicenceState: String, Choice {
  case inForce, suspended, expired, renewed, revoked, ended

  var texts: Texts {
    switch self {
    case .inForce: Texts("برقرار", "in force")
    case .suspended: Texts("تعلیق شده", "suspended")
    case .expired: Texts("منقضی", "expired")
    case .renewed: Texts("تمدید شده با پروانهٔ بعدی", "renewed by the next one")
    case .revoked: Texts("ابطال شده", "revoked")
    case .ended: Texts("پایان‌یافته با انحلال مؤسسه", "ended with the institute")
    }
  }

  /// Where the newest licence of an institute stands; nil before there is one.
  init?(ofNewestIn institute: InstituteState) {
    switch institute {
    case .file, .approved, .agreedInPrinciple: return nil
    case .licensed: self = .inForce
    case .suspended: self = .suspended
    case .expired: self = .expired
    case .revoked: self = .revoked
    case .dissolved: self = .ended
    }
  }
}
