import Contracts
public import Jalali
public import Registry
public import Values

/// Marks letters whose last day has passed without an answer, unless their clock was stopped meanwhile.
public enum OverdueEnquiries: NightlyTask {
  public static let id = "enquiries.overdue"
  public static let texts = Texts("استعلام‌های دیرکرده", "overdue enquiries")

  public static func due(on day: JalaliDay, after: Int64, limit: Int, in look: borrowing Look) throws -> [Int64] {
    try look.rows(
      "SELECT id FROM enquiries_enquiry WHERE state = 'sent' AND due < ? AND id > ? ORDER BY id LIMIT ?", day, after,
      limit
    ).compactMap { $0[0].integer }
  }

  public static func settle(_ row: Int64, in work: borrowing UnitOfWork) throws {
    guard var enquiry = try work.find(Enquiry.self, ID(row)), enquiry.state == .sent, enquiry.due < work.day else { return }
    let due = try work.deadlines.due(Enquiry.deadline, for: enquiry.name, in: work.look)
    if let due, due >= work.day {
      enquiry.due = due
      try work.update(enquiry)
      return
    }
    enquiry.state = .overdue
    try work.update(enquiry)
    try work.deadlines.notify(
      .ngoOfficer, in: enquiry.province, key: "\(enquiry.name)/overdue", object: enquiry.object,
      texts: Texts(
        "\(enquiry.agency.texts.fa) به استعلام \(enquiry.code) در مهلت پاسخ نداد.",
        "No answer in time to \(enquiry.code) from the \(enquiry.agency.texts.en)."), work: work)
  }
}
