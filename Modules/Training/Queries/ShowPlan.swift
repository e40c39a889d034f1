import Contracts
import Feature

/// The national plan of a year beside what was reached, also where nobody planned; a province sees its own line.
struct ShowPlan: Query {
  var year: Int

  struct Line: Codable, Sendable {
    var province: Province
    var planned: Int
    /// People who completed a local facilitators' workshop that ended in that year.
    var completed: Int
    /// Of them, those whom the plan counts: local facilitators, confirmed dehyars and behvarzes with a certificate that
    /// stands, each once.
    var facilitators: Int
    /// Others with such a certificate.
    var others: Int

    init(province: Province, planned: Int, _ people: WorkshopPeople) {
      (self.province, self.planned) = (province, planned)
      (completed, facilitators, others) = (people.completed.count, people.facilitators.count, people.others)
    }
  }

  /// How often people stand in the lines beyond the once that they count in the nation.
  struct Excess: Codable, Sendable, Equatable {
    var completed: Int
    var facilitators: Int
    var others: Int
  }

  struct Output: Codable, Sendable {
    var year: Int
    var planned: Int
    var completed: Int
    var facilitators: Int
    var others: Int
    var lines: [Line]
    /// By how many the lines together exceed the nation.
    var excess: Excess
    var sentences: [Texts]

    /// - Parameter people: of all lines. Somebody reached in two provinces stands in the line of each and here once, so that
    ///   the lines may sum to more.
    init(year: Int, lines: [Line], _ people: WorkshopPeople) {
      (self.year, self.lines) = (year, lines)
      planned = lines.reduce(0) { $0 + $1.planned }
      (completed, facilitators, others) = (people.completed.count, people.facilitators.count, people.others)
      excess = Excess(
        completed: lines.reduce(-completed) { $0 + $1.completed }, facilitators: lines.reduce(-facilitators) { $0 + $1.facilitators },
        others: lines.reduce(-others) { $0 + $1.others })
      sentences = [Output.sentence(year, facilitators: facilitators, others: others, planned: planned)]
      if lines.count > 1, excess.completed + excess.facilitators + excess.others > 0 {
        sentences.append(excess.sentence(ofLines: lines.count))
      }
    }
  }

  static let spec = Spec(
    "training.plan", "برنامهٔ کشوری آموزش", "The national training plan", "/training/plans/{year}",
    permission: .trainingRead, fields: ["year": ("سال جلالی", "Jalali year")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let planned = Dictionary(
      try snapshot.all(PlanLine.self, "year = ?", year).map { ($0.province, $0.number) }, uniquingKeysWith: +)
    let reached = try WorkshopPeople.reached(
      in: JalaliDay.firstDay(ofYear: year)...JalaliDay.lastDay(ofYear: year), snapshot)
    let lines = Set(planned.keys).union(reached.keys).sorted { $0.code < $1.code }.map {
      Line(province: $0, planned: planned[$0] ?? 0, reached[$0] ?? WorkshopPeople())
    }
    return Output(year: year, lines: lines, reached.values.reduce(WorkshopPeople(), +))
  }
}
