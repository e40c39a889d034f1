import Contracts
import Feature

/// Splits the national plan of a year among the provinces; a province left out has no share.
struct SetPlan: Action {
  var year: Int
  var shares: [Share]

  struct Share: Codable, Sendable {
    var province: Province
    var number: Int
  }

  struct Output: Codable, Sendable {
    var year: Int
    var total: Int
    var lines: [PlanLine]
  }

  static let spec = Spec(
    "training.set-plan", "تعیین برنامهٔ کشوری آموزش", "Set the national plan", .put, "/training/plans/{year}",
    permission: .trainingPlan,
    fields: [
      "year": ("سال جلالی", "Jalali year"),
      "shares": ("سهم استان‌ها: استان و شمار", "the provinces' shares: province and number"),
    ])

  func perform(in work: borrowing Transaction) throws -> Output {
    try work.require(
      NationalPlan.self, .init(provinces: shares.map(\.province.code), numbers: shares.map(\.number), year: year), in: nil)
    var open = try work.all(PlanLine.self, "year = ?", year)
    var lines: [PlanLine] = []
    for share in shares {
      if let index = open.firstIndex(where: { $0.province == share.province }) {
        var line = open.remove(at: index)
        line.number = share.number
        lines.append(try work.update(line))
      } else {
        lines.append(try work.insert(PlanLine(province: share.province, year: year, number: share.number)))
      }
    }
    for var line in open {
      line.number = 0
      lines.append(try work.update(line))
    }
    return Output(year: year, total: shares.reduce(0) { $0 + $1.number }, lines: lines)
  }
}
