import Contracts
import Feature

struct ListEnquiries: ListQuery {
  var province: Province?
  var object: String?
  var agency: Agency?
  var state: EnquiryState?
  var dueUntil: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<EnquiryEntity>
    var code: String
    var province: Province
    var object: ThingName
    var agency: Agency
    var letterNumber: String
    var letterDate: JalaliDay
    var due: JalaliDay
    var state: EnquiryState
    var isFavourable: Bool?
    var validUntil: JalaliDay?
    var daysLate: Int?
    var agencyName: String?
  }

  static let spec = Spec(
    "enquiries.list", "استعلام‌ها", "Enquiries", "/enquiries", permission: .enquiriesRead,
    fields: [
      "province": ("استان", "province"),
      "object": ("موضوع: کد یا نام دفتری، مانند GR-27-1403-0001", "object: a code or name in the ledger, such as GR-27-1403-0001"),
      "agency": ("مرجع", "agency"), "state": ("وضعیت", "state"), "dueUntil": ("مهلت تا این روز", "due on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "enquiries_enquiry t")
      .filter("t.province = ?", province)
      .about(object, "t.object = ?")
      .filter("t.agency = ?", agency)
      .filter("t.state = ?", state)
      .filter("t.due <= ?", dueUntil)
      .newestFirst()
  }
}

struct ShowEnquiry: Query {
  var enquiry: Ref<EnquiryEntity>

  static let spec = Spec(
    "enquiries.show", "یک استعلام", "One enquiry", "/enquiries/{enquiry}", permission: .enquiriesRead,
    fields: ["enquiry": ("استعلام", "the enquiry")])

  func answer(in snapshot: borrowing Snapshot) throws -> Enquiry { try snapshot.require(Enquiry.self, enquiry) }
}

/// How long each agency held the letters of a period; withdrawn ones are left out.
struct CountDelays: Query {
  var province: Province?
  var from: JalaliDay?
  var until: JalaliDay?

  struct Output: Codable, Sendable {
    var agencies: [Line]
  }

  struct Line: Codable, Sendable {
    var agency: Agency
    var sent: Int
    var answered: Int
    /// Answered after the last day.
    var answeredLate: Int
    /// Not answered, and past the last day as of today.
    var overdue: Int
    /// Sum over the answered.
    var daysHeld: Int
    /// Sum over the answered; booked to the agency.
    var daysLate: Int
    /// Rounded to whole days; nil when nothing was answered: not computable.
    var meanDays: Int?
  }

  static let spec = Spec(
    "enquiries.delays", "تأخیر مراجع", "Delays by agency", "/enquiries/delays", permission: .enquiriesRead,
    fields: [
      "province": ("استان", "province"), "from": ("نامه‌های از این روز", "letters from this day on"),
      "until": ("تا این روز", "up to this day"),
    ])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let place = province ?? snapshot.home
    let rows = try snapshot.rows(
      """
      SELECT agency, count(*), sum(state = 'answered'), sum(state = 'answered' AND days_late > 0),
        sum(state = 'overdue' OR (state = 'sent' AND due < ?)), coalesce(sum(days_held), 0), coalesce(sum(days_late), 0)
      FROM enquiries_enquiry
      WHERE province BETWEEN ? AND ? AND state <> 'withdrawn' AND letter_date BETWEEN ? AND ?
      GROUP BY agency ORDER BY agency
      """, snapshot.day, place?.code ?? "IR-00", place?.code ?? "IR-99", from ?? JalaliDay.earliest, until ?? JalaliDay.latest)
    return Output(
      agencies: try rows.map { row in
        let numbers = row.dropFirst().map { Int($0.integer ?? 0) }
        let (answered, held) = (numbers[1], numbers[4])
        return Line(
          agency: try Agency(value: row[0]), sent: numbers[0], answered: answered, answeredLate: numbers[2],
          overdue: numbers[3], daysHeld: held, daysLate: numbers[5],
          meanDays: answered == 0 ? nil : (2 * held + answered) / (2 * answered))
      })
  }
}
