import Contracts
import Feature

/// Recipients of a province by quarter (S1), each person once in a quarter; the year is not their sum.
struct ShowRecipients: Query {
  var province: Province
  var year: Int

  struct Output: Codable, Sendable {
    var province: Province
    var year: Int
    /// Those that have begun.
    var quarters: [Quarter]
    /// Distinct people of the whole year.
    var people: Int
    var sentences: [Texts]
  }

  struct Quarter: Codable, Sendable {
    /// 1 for Farvardin to Khordad.
    var quarter: Int
    var firstDay: JalaliDay
    /// Of the quarter, or today while it runs.
    var asOf: JalaliDay
    var isProvisional: Bool
    /// Distinct people.
    var people: Int
  }

  static let spec = Spec(
    "monitoring.recipients", "گیرندگان خدمت به تفکیک فصل", "Recipients by quarter", "/monitoring/recipients",
    permission: .monitoringRead, fields: ["province": ("استان", "province"), "year": ("سال جلالی", "Jalali year")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    try MeasuredPlace.check(province, .monitoringRead, snapshot)
    let asOf = try MeasuredPlace.lastDay(of: year, today: snapshot.day)
    let rule = try snapshot.parameters(of: Coverage.self, in: province)
    let first = JalaliDay.firstDay(ofYear: year)
    var quarters: [Quarter] = []
    for number in 1...4 {
      let begin = first.adding(months: (number - 1) * 3)
      guard begin <= asOf else { continue }
      let end = number == 4 ? JalaliDay.lastDay(ofYear: year) : first.adding(months: number * 3).adding(days: -1)
      let last = min(end, asOf)
      quarters.append(
        Quarter(
          quarter: number, firstDay: begin, asOf: last, isProvisional: last < end,
          people: try CoverageCount.persons(in: province, begin...last, rule, snapshot).people.count))
    }
    let people = try CoverageCount.persons(in: province, first...asOf, rule, snapshot).people.count
    return Output(
      province: province, year: year, quarters: quarters, people: people, sentences: quarters.map(\.sentence) + [whole(people, asOf)])
  }

  private func whole(_ people: Int, _ asOf: JalaliDay) -> Texts {
    let number = FigureText.counted(people, "نفر", "person", "people")
    return Texts(
      "سال \(PersianText.persianDigits(year)) تا \(asOf.textFa): \(number.fa)؛ هر شخص یک بار، نه جمع فصل‌ها.",
      "\(year) until \(asOf.text): \(number.en), each once; not the sum of the quarters.")
  }
}

extension ShowRecipients.Quarter {
  fileprivate var sentence: Texts {
    let (number, share) = (FigureText.count(quarter), FigureText.counted(people, "نفر", "person", "people"))
    let remark = isProvisional ? Texts("، موقت", ", provisional") : Texts("", "")
    return Texts("فصل \(number.fa): \(share.fa)\(remark.fa).", "Quarter \(number.en): \(share.en)\(remark.en).")
  }
}
