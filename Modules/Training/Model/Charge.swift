import Contracts
import Feature

enum ChargeEntity: Entity {
  static let object = "training.charge"
  static let prefix: String? = "CG"
  static let texts = Texts("بار مالی سرانه", "charge")
}

/// What a settlement means for the money: whom it is owed, which of a person's year it is, and that it was taken
/// back. A settlement of before charges were kept gets one when it is taken back.
struct Charge: ProvincialRecord {
  typealias Of = ChargeEntity
  static let table = Table("training_charge", reach: .province, seenWith: ["person"])

  var id = ID<ChargeEntity>(0)
  var rev = 0
  var province: Province
  var settlement: ID<SettlementEntity>
  var enrolment: ID<EnrolmentEntity>
  var person: ID<PersonEntity>
  var kind: CourseKind
  var year: Int
  /// The database holds one of a number: more than the year allows never stand.
  var ordinal: Int
  var payment: Payment
  var provider: Provider
  var payee: String?
  var iban: IBAN?
  var reversedOn: JalaliDay?
  var reversedAmount: Rial?
}

/// Whether somebody is paid.
enum Payment: String, Choice {
  case charge, payable

  var texts: Texts {
    switch self {
    case .charge: Texts("هزینه بدون پرداخت", "charged without a payment")
    case .payable: Texts("پرداختنی به مجری", "payable to the provider")
    }
  }
}

/// What was settled on a person for a kind of course and a year and not taken back.
struct YearSettled {
  private let ordinals: Set<Int>
  /// Settlements that have no charge, from before charges were kept.
  private let uncharged: Int
  /// Whether one of them is for this very enrolment.
  let isForCourse: Bool

  var count: Int { ordinals.count + uncharged }

  init(_ enrolment: Enrolment, of course: Course, in snapshot: borrowing Snapshot) throws {
    let (person, kind, year) = (enrolment.person, course.kind, course.lastDay.year)
    let charges = try snapshot.all(
      Charge.self, "person = ? AND kind = ? AND year = ? AND reversed_on IS NULL", person, kind, year)
    ordinals = Set(charges.map(\.ordinal))
    uncharged = try snapshot.count(
      """
      SELECT count(*) FROM training_settlement s WHERE s.person = ? AND s.kind = ? AND s.year = ?
      AND NOT EXISTS (SELECT 1 FROM training_charge h WHERE h.settlement = s.id)
      """, person, kind, year)
    isForCourse =
      try snapshot.count(
        """
        SELECT count(*) FROM training_settlement s LEFT JOIN training_charge h ON h.settlement = s.id
        WHERE s.enrolment = ? AND h.reversed_on IS NULL
        """, enrolment.id) > 0
  }

  /// The lowest number that is free; those without a charge take the first.
  func nextOrdinal() -> Int {
    var next = uncharged + 1
    while ordinals.contains(next) { next += 1 }
    return next
  }
}
