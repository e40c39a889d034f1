import Jalali
import Testing

@testable import Feature

@Suite struct `Separation of duties` {
  @Test func `whoever edited a thing does not approve it, and everybody else may`() throws {
    let day = try JalaliDay(1405, 2, 10)
    for (hasEdited, codes) in [(true, ["registry.same-hands"]), (false, [])] {
      let facts = SeparationOfDuties.Facts(object: "groups.group/1", hasEdited: hasEdited)
      #expect(SeparationOfDuties.objections(to: facts, under: NoParameters(), on: day).map(\.code) == codes)
    }
  }
}
