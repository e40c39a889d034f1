import Feature
import Jalali
import Ledger
import Store
import Values

/// Which nights are still to be run.
struct NightCalendar {
  private let log: NightLog
  /// Ids of what is installed, in the order in which they run.
  private let tasks: [String]

  /// - Parameter isPlayed: whether what was played of days that had not come counts.
  init(_ connection: Connection, _ tasks: [String], isPlayed: Bool = false) {
    log = NightLog(connection: connection, countsPlayed: isPlayed)
    self.tasks = tasks
  }

  /// The newest day on record; nil before the first night.
  func newest(until day: JalaliDay) throws -> JalaliDay? { try log.newest(until: day) }

  /// What was finished on a day.
  func finished(on day: JalaliDay) throws -> [NightLog.Done] { try log.finished(on: day) }

  /// Tasks that a day still waits for; one that was installed later is open on the last night too.
  func openTasks(on day: JalaliDay) throws -> [String] {
    let finished = Set(try log.finished(on: day).map(\.task))
    return tasks.filter { !finished.contains($0) }
  }

  /// Days with open tasks, in order; they begin with the day on which the store was made.
  func openDays(upTo day: JalaliDay) throws -> [JalaliDay] {
    var first = try log.newest(until: day)
    if let newest = first, try openTasks(on: newest).isEmpty { first = newest.adding(days: 1) }
    let start = try first ?? beginning(until: day)
    guard start <= day else { return [] }
    return (start.number...day.number).map { JalaliDay(number: $0) }
  }

  /// A store of a version whose nights left no entries goes on behind the last of them; another begins with its first entry.
  private func beginning(until day: JalaliDay) throws -> JalaliDay {
    let known = try log.connection.privileged("SELECT max(day) FROM nightly_run WHERE finished=1").first()?.integer
    if let known { return min(JalaliDay(number: Int(known)).adding(days: 1), day) }
    return try log.connection.firstEntryDay() ?? day
  }

  /// Nights begin on the day on which the store was made; one that was made before its nights had a beginning is as old as its
  /// first entry.
  func requireBegun(_ day: JalaliDay) throws {
    guard let first = try log.connection.firstEntryDay(), day < first, try log.newest(until: day) == nil else { return }
    throw Refusal.input(
      "/on", "nightly.before-beginning",
      Texts(
        "شب‌های این انبار از \(first.textFa)، روز ساختن آن، آغاز می‌شود.",
        "The nights of this store begin on \(first.text), the day on which it was made."))
  }

  /// Whether so many nights were missed that a person has to say so; the last of the days is tonight's.
  static func isGap(_ days: [JalaliDay]) -> Bool { days.count - 1 > Night.longestGap }

  /// What is said instead of running them.
  static func held(_ days: [JalaliDay]) -> Refusal {
    let (first, last) = (days.first ?? JalaliDay(number: 0), days.last ?? JalaliDay(number: 0))
    return Refusal.conflict(
      "nightly.held",
      Texts(
        "\(PersianText.persianDigits(days.count)) شب، از \(first.textFa) تا \(last.textFa)، مانده است؛ بیش از \(PersianText.persianDigits(Night.longestGap)) شب بی‌پرسش جبران نمی‌شود. پس از بررسی ساعت: hamyar nightly --catch-up --reason …",
        "\(days.count) nights, \(first.text) to \(last.text), were not run; more than \(Night.longestGap) are not made up for unasked. When the clock is right: hamyar nightly --catch-up --reason …"
      ))
  }
}
