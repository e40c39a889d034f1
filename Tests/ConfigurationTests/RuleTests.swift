import Feature
import Jalali
import TestKit
import Testing

@testable import Configuration

@Suite struct `Rules of configuration` {
  let day: JalaliDay

  init() throws { day = try JalaliDay(1405, 2, 10) }

  @Test func `a module goes on after what it stands on, and off after what stands on it`() {
    func codes(on isOn: Bool) -> [String] {
      ModuleDependencies.codes(.init(isOn: isOn, missing: ["groups", "people"], dependents: ["institutes"]), on: day)
    }
    #expect(codes(on: true) == ["configuration.module-missing", "configuration.module-missing"])
    #expect(codes(on: false) == ["configuration.module-needed"])
    #expect(ModuleDependencies.codes(.init(isOn: true, missing: [], dependents: ["institutes"]), on: day) == [])
    #expect(ModuleDependencies.codes(.init(isOn: false, missing: ["people"], dependents: []), on: day) == [])
  }

  @Test func `a value comes after the last one, with its source, and not against a locked nation`() {
    func codes(latest: Int?, provincial: Bool = true, locked: Bool = false, source: Bool = true) -> [String] {
      ParameterChange.codes(
        .init(
          from: day, latest: latest.map { day.adding(days: $0) }, isProvincial: provincial, isNationLocked: locked, hasSource: source),
        on: day)
    }
    #expect(codes(latest: nil) == [] && codes(latest: -1) == [])
    #expect(codes(latest: 0) == ["configuration.not-later"] && codes(latest: 1) == ["configuration.not-later"])
    #expect(codes(latest: nil, locked: true) == ["configuration.locked"])
    #expect(codes(latest: nil, provincial: false, locked: true) == [])
    #expect(
      codes(latest: 1, locked: true, source: false)
        == ["configuration.not-later", "configuration.locked", "configuration.source-missing"])
  }

  @Test func `a change holds from tomorrow, and what is today, far ahead or past is an act of its own`() throws {
    func codes(_ days: Int, _ kind: ChangeKind = .ordinary, far: Bool = false, alone: Bool = false, reason: Bool = true) -> [String] {
      ChangeTerms.codes(
        .init(from: day.adding(days: days), kind: kind, isFarAhead: far, isOnlyHand: alone, hasReason: reason),
        under: .init(daysAhead: 731, mostDaysAhead: 3_660), on: day)
    }
    #expect(codes(1) == [] && codes(731) == [] && codes(1, reason: false) == [])
    #expect(codes(0) == ["configuration.not-before-tomorrow"] && codes(0, alone: true) == [])
    #expect(codes(-1) == ["configuration.past"] && codes(-1, alone: true) == ["configuration.past"])
    #expect(codes(732) == ["configuration.far-ahead"] && codes(732, far: true) == [])
    #expect(codes(3_660, far: true) == [] && codes(3_661, far: true) == ["configuration.beyond"])
    #expect(codes(0, .urgent) == [] && codes(0, .urgent, reason: false) == ["configuration.reason-missing"])
    #expect(codes(-1, .urgent) == ["configuration.past"])
    #expect(codes(-1, .retroactive) == [] && codes(0, .retroactive) == ["configuration.not-past"])
    #expect(codes(0, .retroactive, reason: false) == ["configuration.not-past", "configuration.reason-missing"])
  }

  @Test func `what is approved is withdrawn before its day only`() {
    func codes(_ days: Int, approved: Bool = true) -> [String] {
      NotInForceYet.codes(.init(isApproved: approved, from: day.adding(days: days)), on: day)
    }
    #expect(codes(1) == [] && codes(0) == ["configuration.in-force"] && codes(-1) == ["configuration.in-force"])
    #expect(codes(-1, approved: false) == [])
  }
}
