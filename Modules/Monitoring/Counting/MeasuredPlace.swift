import Contracts
import Feature

/// Of what province and year somebody may see figures.
enum MeasuredPlace {
  /// - Throws: `Refusal` for another's province, and for whoever sees only one county, since part of the people is no figure.
  static func check(_ province: Province, _ permission: Permission, _ snapshot: borrowing Snapshot) throws {
    if case .county = snapshot.principal.scope(for: permission)?.scope {
      throw Refusal(
        .forbidden, "monitoring.whole-province",
        Texts("شاخص‌ها برای تمام استان شمرده می‌شوند.", "Indicators are counted for a whole province."))
    }
    guard snapshot.home == nil || snapshot.home == province else { throw Refusal.notFound(Texts("این استان", "This province")) }
  }

  /// The last day of a year that counts: its end, or today while it runs.
  static func lastDay(of year: Int, today: JalaliDay) throws -> JalaliDay {
    guard (1300...today.year).contains(year) else {
      throw Refusal.input(
        "/year", "monitoring.year", Texts("سال باید جلالی و نه در آینده باشد.", "Must be a Jalali year that is not in the future."))
    }
    return min(JalaliDay.lastDay(ofYear: year), today)
  }
}
