import Feature
import Jalali
import TestKit
import Testing

@testable import Documents

@Suite struct `Rules of documents` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `the original is seen before verification, where the parameter asks for it`() {
    func codes(_ move: DocumentMove, sighted: Bool, first: Bool = true, fits: Bool? = nil) -> [String] {
      DocumentStep.codes(.init(move: move, isSighted: sighted, successorFits: fits), under: .init(sightedFirst: first), on: day)
    }
    #expect(codes(.verify, sighted: true) == [] && codes(.verify, sighted: false, first: false) == [])
    #expect(codes(.verify, sighted: false) == ["documents.not-sighted"])
    for move in [DocumentMove.sight, .reject, .supersede] { #expect(codes(move, sighted: false) == []) }
    #expect(codes(.supersede, sighted: false, fits: true) == [])
    #expect(codes(.supersede, sighted: true, fits: false) == ["documents.other-object"])
  }
}
