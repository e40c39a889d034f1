import Jalali
public import Persian
public import Registry
import Values

/// The indicators as they are now: one province, or for the nation one row each.
public struct ShowIndicators: Query {
  public var year: Int
  public var province: Province?

  public struct Sheet: Codable, Sendable {
    public var year: Int
    public var rows: [Indicators]
  }

  public static let spec = Spec(
    "monitoring.indicators", "شاخص‌ها", "Indicators", "/monitoring/indicators", permission: .monitoringRead,
    fields: ["year": ("سال جلالی", "Jalali year"), "province": ("استان", "province")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    let asOf = try MeasuredPlace.lastDay(of: year, today: look.day)
    let places = province.map { [$0] } ?? look.home.map { [$0] } ?? Province.all
    var rows: [Indicators] = []
    for place in places {
      try MeasuredPlace.check(place, .monitoringRead, look)
      let count = try IndicatorCount(place, year: year, asOf: asOf, parametersOn: look.day, in: look)
      rows.append(count.indicators)
    }
    return Sheet(year: year, rows: rows)
  }
}
