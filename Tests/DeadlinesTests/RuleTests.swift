import Feature
import Jalali
import TestKit
import Testing

@testable import Deadlines

@Suite struct `Rules of deadlines` {
  @Test func `a clock is stopped until its last day`() throws {
    let day = try JalaliDay(1405, 2, 10)
    for (due, codes) in [(1, []), (0, []), (-1, ["deadlines.over"])] {
      #expect(ClockStopInTime.codes(.init(due: day.adding(days: due)), on: day) == codes)
    }
  }
}
