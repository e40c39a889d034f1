import Feature
import Jalali
@testable import Objections
import TestKit
import Testing
import Values

@Suite struct `Rules of objections` {
  private let taken: JalaliDay
  init() throws { taken = try JalaliDay(1403, 12, 30) }

  @Test(arguments: [(30, []), (31, ["objections.late"]), (0, [])])
  func `thirty days from the hand-over, over the end of a leap year`(days: Int, codes: [String]) {
    let facts = ObjectionTerm.Facts(takenOn: taken, handedOverOn: taken, objectedOn: taken.adding(days: days))
    let today = taken.adding(days: 60)
    let terms = ObjectionTerm.Parameters(daysToObject: 30, daysToDecide: 30, daysToHandOver: 10, daysToEnter: 60)
    #expect(ObjectionTerm.codes(facts, under: terms, on: today) == codes)
    #expect(InstituteObjectionTerm.codes(facts, under: .init(daysToObject: 30), on: today) == codes)
  }

  @Test(arguments: [(0, []), (20, []), (21, ["objections.hand-over-long-ago"]), (-1, ["objections.hand-over-to-come"])])
  func `a hand-over is entered within twenty days`(later: Int, codes: [String]) {
    let handedOver = taken.adding(days: 5)
    let facts = HandOverDay.Facts(takenOn: taken, handedOverOn: handedOver)
    #expect(HandOverDay.codes(facts, under: .init(daysToEnter: 20), on: handedOver.adding(days: later)) == codes)
  }

  @Test(arguments: [(20, []), (21, ["objections.long-ago"])])
  func `an objection is entered within twenty days of its day, and not before the decision`(later: Int, codes: [String]) {
    let terms = ObjectionTerm.Parameters(daysToObject: 30, daysToDecide: 30, daysToHandOver: 10, daysToEnter: 20)
    let facts = ObjectionTerm.Facts(takenOn: taken, handedOverOn: nil, objectedOn: taken)
    #expect(ObjectionTerm.codes(facts, under: terms, on: taken.adding(days: later)) == codes)
    let early = ObjectionTerm.Facts(takenOn: taken, handedOverOn: nil, objectedOn: taken.adding(days: -1))
    #expect(ObjectionTerm.codes(early, under: terms, on: taken) == ["objections.before-decision"])
  }

  @Test func `the superior is named where somebody else would decide`() {
    let facts = Superior.Facts(superiors: ["provincial.director"], held: ["prevention.deputy"])
    let found = Superior.objections(to: facts, under: .init(), on: taken)
    #expect(Superior.codes(facts, on: taken) == ["objections.not-the-superior"])
    #expect(found.first?.texts.en == "This objection is decided by the director-general.")
    #expect(Superior.codes(.init(superiors: ["a"], held: ["a"]), on: taken) == [])
  }
}
