import Feature
import Jalali
import TestKit
import Testing

@testable import People

@Suite struct `Rules of people` {
  let day: JalaliDay
  let birth: JalaliDay

  init() throws {
    day = try JalaliDay(1405, 2, 10)
    birth = try JalaliDay(1360, 1, 1)
  }

  private func codes(_ facts: PersonIdentity.Facts, consentRequired: Bool = true) -> [String] {
    PersonIdentity.codes(facts, under: .init(consentRequired: consentRequired, oldestAge: 120, consentYears: 10), on: day)
  }

  @Test func `a person is known by the one ID that was chosen, or by none with a reason`() {
    func ids(_ kind: IDKind, national: Bool, foreign: Bool, reason: Bool) -> [String] {
      codes(
        .init(kind: kind, hasNationalID: national, hasForeignID: foreign, hasReason: reason, birth: birth, consentedOn: day))
    }
    #expect(ids(.nationalID, national: true, foreign: false, reason: false) == [])
    #expect(ids(.nationalID, national: false, foreign: true, reason: false) == ["people.no-national-id", "people.other-id"])
    #expect(ids(.foreignID, national: false, foreign: true, reason: true) == [])
    #expect(
      ids(.foreignID, national: true, foreign: false, reason: false) == ["people.no-foreign-id", "people.other-id", "people.no-reason"])
    #expect(ids(.none, national: false, foreign: false, reason: true) == [])
    #expect(ids(.none, national: true, foreign: false, reason: false) == ["people.other-id", "people.no-reason"])
  }

  @Test func `birth and consent lie in a life, and consent is given where it is asked for`() throws {
    func dates(_ birth: JalaliDay, _ consent: JalaliDay?, required: Bool = true) -> [String] {
      codes(
        .init(kind: .nationalID, hasNationalID: true, hasForeignID: false, hasReason: false, birth: birth, consentedOn: consent),
        consentRequired: required)
    }
    #expect(dates(try JalaliDay(1285, 12, 29), day) == [])
    #expect(dates(try JalaliDay(1284, 12, 29), day) == ["people.too-old"])
    #expect(dates(day.adding(days: 1), nil, required: false) == ["people.not-born-yet"])
    #expect(dates(birth, nil) == ["people.no-consent"] && dates(birth, nil, required: false) == [])
    #expect(dates(birth, day.adding(days: 1)) == ["people.consent-too-early"])
    #expect(dates(birth, birth.adding(days: -1), required: false) == ["people.consent-too-early", "people.consent-long-ago"])
    #expect(dates(birth, try JalaliDay(1395, 1, 1)) == [])
    #expect(dates(birth, try JalaliDay(1394, 12, 29)) == ["people.consent-long-ago"])
  }
}
