import Contracts
import Feature

/// The indicators as they are now: one province, or for the nation one row each.
struct ShowIndicators: Query {
  var year: Int
  var province: Province?

  struct Output: Codable, Sendable {
    var year: Int
    var rows: [Indicators]
  }

  static let spec = Spec(
    "monitoring.indicators", "شاخص‌ها", "Indicators", "/monitoring/indicators", permission: .monitoringRead,
    fields: ["year": ("سال جلالی", "Jalali year"), "province": ("استان", "province")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let asOf = try MeasuredPlace.lastDay(of: year, today: snapshot.day)
    let places = province.map { [$0] } ?? snapshot.home.map { [$0] } ?? Province.all
    var rows: [Indicators] = []
    for place in places {
      try MeasuredPlace.check(place, .monitoringRead, snapshot)
      let count = try IndicatorCount(place, year: year, asOf: asOf, parametersOn: snapshot.day, in: snapshot)
      rows.append(count.indicators)
    }
    return Output(year: year, rows: rows)
  }
}
