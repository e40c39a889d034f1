import Jalali

/// What happens on which day, in order; things that happen may put further things on it.
final class Agenda {
  private var items: [(day: JalaliDay, order: Int, work: () throws -> Void)] = []
  private var count = 0

  func add(_ day: JalaliDay, _ work: @escaping () throws -> Void) {
    items.append((day, count, work))
    count += 1
  }

  /// Takes the earliest thing off, until `end`.
  func next(until end: JalaliDay) -> (day: JalaliDay, work: () throws -> Void)? {
    let first = items.indices.min { (items[$0].day, items[$0].order) < (items[$1].day, items[$1].order) }
    guard let first, items[first].day <= end else { return nil }
    let item = items.remove(at: first)
    return (item.day, item.work)
  }
}
