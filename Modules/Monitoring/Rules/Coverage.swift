import Contracts
import Feature

/// Who counts as covered: people, each once, never contacts.
struct Coverage: Rule {
  static let id = "monitoring.coverage"
  static let texts = Texts(
    "جمعیت تحت پوشش شمار اشخاص متمایز است، نه شمار مراجعه‌ها.",
    "The covered population is counted in distinct people, never in contacts.")
  static let source = Citation("S0", "شاخص ۱: جمعیت تحت پوشش برنامه", "indicator 1: population covered by the programme")
  static let parameters = [
    Parameter(
      "countMembers", true, "اعضای گروه‌ها و شرکت‌کنندگان فعالیت‌های آن‌ها", "members of groups and participants of their activities"),
    Parameter("countTrained", true, "گذراندگان دوره‌های آموزشی", "people who completed a course"),
    Parameter("countParticipants", true, "شرکت‌کنندگان فعالیت‌های پایگاه‌ها", "participants of the bases' activities"),
  ]

  struct Parameters: Codable, Sendable {
    var countMembers: Bool
    var countTrained: Bool
    var countParticipants: Bool

    /// The definition in words.
    var definition: CoverageDefinition {
      let parts = [
        (countMembers, "members of groups and participants of their activities", "اعضای گروه‌ها و شرکت‌کنندگان فعالیت‌های آن‌ها"),
        (countTrained, "people who completed a course", "گذراندگان دوره‌های آموزشی"),
        (countParticipants, "participants of the bases' activities", "شرکت‌کنندگان فعالیت‌های پایگاه‌ها"),
      ].filter(\.0)
      return CoverageDefinition(
        version: Coverage.version, countMembers: countMembers, countTrained: countTrained,
        countParticipants: countParticipants,
        fa: "اشخاص متمایز: " + parts.map(\.2).joined(separator: "؛ "),
        en: "Distinct people: " + parts.map(\.1).joined(separator: "; "))
    }
  }

  struct Facts: Codable, Sendable {
    var province: Province
    var year: Int
  }

  enum Objection: RuleObjection {
    case nobody

    var code: String { "monitoring.nobody-counted" }
    var texts: Texts { MissingInput.nothingCounted.texts }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.countMembers || parameters.countTrained || parameters.countParticipants ? [] : [.nobody]
  }
}
