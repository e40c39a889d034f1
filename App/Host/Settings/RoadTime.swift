import Engine
import Feature
import Persian
import Values

/// S0 gives about six months from the formation request to the licence. Rules of our own that make people wait on that road must
/// leave room for it; where together they do not, whoever sets them is told.
struct RoadTime {
  /// The months that S0 gives.
  static let given = (rule: "groups.formation-time", parameter: "months")
  /// What people wait for one after another on the road, in months.
  static let waits = [(rule: "groups.maturity", parameter: "minimumAgeMonths")]

  private let settings: [ConfigFiles.Setting]
  private let rules: [RuleDescription]

  init(_ settings: [ConfigFiles.Setting], registry: Registry) {
    self.settings = settings
    rules = registry.ruleDescriptions
  }

  /// One for the nation and each province of the files in which the least times exceed what is given.
  func warnings() -> [Texts] {
    let places = [Province?.none] + Set(settings.compactMap(\.province)).sorted { $0.code < $1.code }
    return places.compactMap { place in
      guard let most = months(RoadTime.given, in: place) else { return nil }
      let waits = RoadTime.waits.compactMap { wait in months(wait, in: place).map { (wait, $0) } }
      let sum = waits.reduce(0) { $0 + $1.1 }
      guard sum > most else { return nil }
      let names = waits.map { "\($0.0.rule).\($0.0.parameter) = \($0.1)" }.joined(separator: " + ")
      let (fa, en) = place.map { ($0.fa, $0.en) } ?? ("کشور", "the nation")
      return Texts(
        PersianText.persianDigits("\(fa): راه از درخواست تا پروانه دست‌کم \(sum) ماه می‌برد (\(names))؛ زمان فرآیند \(most) ماه است."),
        "\(en): from request to licence at least \(sum) months pass (\(names)); the process is given \(most).")
    }
  }

  /// The newest value of the province, else of the nation, else the standard.
  private func months(_ name: (rule: String, parameter: String), in province: Province?) -> Int64? {
    let own = settings.filter { $0.rule == name.rule && $0.parameter == name.parameter }.sorted { $0.from < $1.from }
    let text = (own.last { $0.province == province } ?? own.last { $0.province == nil })?.value
    let standard = rules.first { $0.id == name.rule }?.parameters.first { $0.name == name.parameter }?.standard
    guard let text else { return standard?.integer }
    return (try? JSONReader.read(Array(text.utf8)))?.integer
  }
}
