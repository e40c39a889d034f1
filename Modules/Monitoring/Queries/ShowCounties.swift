import Contracts
import Feature

/// The counties of a measurement as they were frozen, and by how many they exceed the province. Whoever sees one county sees its
/// line alone.
struct ShowCounties: Query {
  var measurement: Ref<MeasurementEntity>

  struct Output: Codable, Sendable {
    var code: String
    var province: Province
    var year: Int
    /// Empty for a measurement of before counties were counted; without a county last.
    var counties: [CountedCounty.Facts]
    /// nil where there are no counties, and for whoever sees one.
    var whole: PartsAndWhole?
    var sentences: [Texts]
  }

  static let spec = Spec(
    "monitoring.counties", "شهرستان‌های یک شاخص", "Counties behind a figure", "/monitoring/measurements/{measurement}/counties",
    permission: .monitoringCounties, fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Measurement.self, measurement)
    let scope = snapshot.principal.scope(for: .monitoringCounties)?.scope
    let all = try snapshot.all(CountedCounty.self, "measurement = ?", row.id).map(\.facts).sorted()
    let seen = all.seen(from: scope)
    let (residents, places) = (row.coverage.residents ?? 0, row.coverage.places ?? 0)
    let whole = PartsAndWhole(all, people: row.coverage.covered, residents: residents, places: places)
    let isWhole = !scope.isCounty && !all.isEmpty
    // Where anything was reached there is a line for it, if lines were written at all.
    let isOlder = all.isEmpty && !scope.isCounty && (row.coverage.covered > 0 || places > 0)
    return Output(
      code: row.code, province: row.province, year: row.year, counties: seen, whole: isWhole ? whole : nil,
      sentences: seen.compactMap(\.sentence) + (isWhole ? [whole.sentence(of: row.province)] : []) + (isOlder ? [Output.older] : []))
  }
}

extension ShowCounties.Output {
  static let older = Texts(
    "این اندازه‌گیری پیش از شمارش به تفکیک شهرستان است و شهرستان ندارد.",
    "This measurement is of before counties were counted; it has none.")
}
