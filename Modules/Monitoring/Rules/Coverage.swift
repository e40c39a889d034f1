public import Jalali
public import Persian
public import Rules
public import Values

/// Who counts as covered: people, each once, never contacts.
public struct Coverage: Rule {
  public static let id = "monitoring.coverage"
  public static let texts = Texts(
    "جمعیت تحت پوشش شمار اشخاص متمایز است، نه شمار مراجعه‌ها.",
    "The covered population is counted in distinct people, never in contacts.")
  public static let source = Citation("S0", "شاخص ۱: جمعیت تحت پوشش برنامه", "indicator 1: population covered by the programme")
  public static let parameters = [
    Parameter(
      "countMembers", true, "اعضای گروه‌ها و شرکت‌کنندگان فعالیت‌های آن‌ها", "members of groups and participants of their activities"),
    Parameter("countTrained", true, "گذراندگان دوره‌های آموزشی", "people who completed a course"),
    Parameter("countParticipants", true, "شرکت‌کنندگان فعالیت‌های پایگاه‌ها", "participants of the bases' activities"),
  ]

  public struct Parameters: Codable, Sendable {
    public var countMembers: Bool
    public var countTrained: Bool
    public var countParticipants: Bool

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

  public struct Facts: Codable, Sendable {
    public var province: Province
    public var year: Int
  }

  public enum Objection: RuleObjection {
    case nobody

    public var code: String { "monitoring.nobody-counted" }
    public var texts: Texts { MissingInput.nothingCounted.texts }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.countMembers || parameters.countTrained || parameters.countParticipants ? [] : [.nobody]
  }
}
