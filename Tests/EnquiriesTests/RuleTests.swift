import Contracts
import Feature
import Jalali
import TestKit
import Testing

@testable import Enquiries

@Suite struct `Rules of enquiries` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `an answer lies between the letter and today, and its validity after it`() {
    func codes(_ letter: Int, _ answer: Int, until: Int? = nil) -> [String] {
      AnswerDates.codes(
        .init(
          letterDate: day.adding(days: letter), answerDate: day.adding(days: answer), validUntil: until.map { day.adding(days: $0) }),
        on: day)
    }
    #expect(codes(-3, -3) == [] && codes(-3, 0, until: 0) == [])
    #expect(codes(-3, -4) == ["enquiries.answer-too-early"])
    #expect(codes(-3, 1) == ["enquiries.answer-later"])
    #expect(codes(-3, -1, until: -2) == ["enquiries.ends-before-it-begins"])
    #expect(codes(3, 2, until: 1) == ["enquiries.answer-too-early", "enquiries.answer-later", "enquiries.ends-before-it-begins"])
  }

  @Test func `a body is named exactly when it is no listed one, and no letter is of tomorrow`() {
    let terms = EnquiryTerm.Parameters(
      policeDays: 30, registryOfficeDays: 31, securityOfficeDays: 20, ngoSystemDays: 32, otherDays: 33, counting: .calendar,
      letterBackDays: 366)
    for agency in Agency.allCases {
      for isNamed in [true, false] {
        let codes = EnquiryTerm.codes(.init(agency: agency, isNamed: isNamed, letterDate: day), under: terms, on: day)
        #expect(codes == (isNamed == (agency == .other) ? [] : ["enquiries.unnamed"]), "\(agency) \(isNamed)")
      }
    }
    let tomorrow = EnquiryTerm.Facts(agency: .police, isNamed: false, letterDate: day.adding(days: 1))
    #expect(EnquiryTerm.codes(tomorrow, under: terms, on: day) == ["enquiries.letter-later"])
    for (back, expected) in [(366, []), (367, ["enquiries.letter-too-old"])] {
      let letter = EnquiryTerm.Facts(agency: .police, isNamed: false, letterDate: day.adding(days: -back))
      #expect(EnquiryTerm.codes(letter, under: terms, on: day) == expected)
    }
    #expect(Agency.allCases.map(terms.days) == [30, 31, 20, 32, 33])
  }
}
