import Contracts
import Feature

/// The indicators as they are now: one province, or for the nation one row each, and its own.
struct ShowIndicators: Query {
  var year: Int
  var province: Province?

  struct Output: Codable, Sendable {
    var year: Int
    var rows: [Indicators]
    /// For the nation, where no province is asked for.
    var nation: NationalIndicators?
  }

  static let spec = Spec(
    "monitoring.indicators", "شاخص‌ها", "Indicators", "/monitoring/indicators", permission: .monitoringRead,
    fields: ["year": ("سال جلالی", "Jalali year"), "province": ("استان", "province")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let asOf = try MeasuredPlace.lastDay(of: year, today: snapshot.day)
    let places = province.map { [$0] } ?? snapshot.home.map { [$0] } ?? Province.all
    var rows: [IndicatorCount] = []
    for place in places {
      try MeasuredPlace.check(place, .monitoringRead, snapshot)
      rows.append(try IndicatorCount(place, year: year, asOf: asOf, parametersOn: snapshot.day, in: snapshot))
    }
    let isNation = province == nil && snapshot.home == nil
    return Output(
      year: year, rows: rows.map(\.indicators),
      nation: isNation ? try NationalIndicators(rows, year: year, asOf: asOf, in: snapshot) : nil)
  }
}
