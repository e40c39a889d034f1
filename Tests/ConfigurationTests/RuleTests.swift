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
}
