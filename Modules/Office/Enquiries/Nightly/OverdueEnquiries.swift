import Contracts
import Feature

/// Marks letters whose last day has passed without an answer, unless their clock was stopped meanwhile.
enum OverdueEnquiries: NightlyTask {
  static let id = "enquiries.overdue"
  static let texts = Texts("استعلام‌های دیرکرده", "overdue enquiries")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      "SELECT id FROM enquiries_enquiry WHERE state = 'sent' AND due < ? AND id > ? ORDER BY id LIMIT ?", day, after,
      limit
    ).compactMap { $0[0].integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var enquiry = try work.find(Enquiry.self, ID(row)), enquiry.state == .sent, enquiry.due < work.day else { return }
    let due = try work.lastDay(Enquiry.deadline, for: enquiry.name)
    if let due, due >= work.day {
      enquiry.due = due
      try work.update(enquiry)
      return
    }
    try enquiry.follow(.fallOverdue)
    try work.update(enquiry)
    try work.notify(
      .ngoOfficer, in: enquiry.province, key: "\(enquiry.name)/overdue", object: enquiry.object.text,
      texts: Texts(
        "\(enquiry.agency.texts.fa) به استعلام \(enquiry.code) در مهلت پاسخ نداد.",
        "No answer in time to \(enquiry.code) from the \(enquiry.agency.texts.en)."))
  }
}
