import Jalali
import Feature
import Testing
import Values

@Suite struct `Which value is in force` {
  private let age = Parameter("age", 13, "سن", "age", unit: ("سال", "years"), source: Citation("S1", "مادهٔ ۳", "article 3"))
  private let quorum = Parameter("quorum", nil, "حد نصاب", "quorum", source: .nobody)

  private func day(_ month: Int) throws -> JalaliDay { try JalaliDay(1405, month, 1) }

  private func set(
    _ value: Value, _ province: String?, from month: Int, _ parameter: String = "age", locked: Bool = false
  ) throws -> Setting {
    Setting(parameter: parameter, province: province, from: try day(month), value: value, source: "test", isLocked: locked)
  }

  private func value(_ settings: [Setting], _ province: String?, on month: Int) throws -> Value? {
    Precedence.inForce([age], settings: settings, province: province, on: try day(month)).lines.first?.value
  }

  @Test func `without settings the standard is in force`() throws {
    let inForce = Precedence.inForce([age], settings: [], province: "IR-27", on: try day(1))
    #expect(inForce.values == .record(["age": 13]))
    #expect(inForce.lines.first?.origin == .standard)
    #expect(inForce.missing.isEmpty)
  }

  @Test func `a province stands above the nation, the nation above the standard, each from its day on`() throws {
    let settings = [try set(14, nil, from: 3), try set(15, "IR-27", from: 5), try set(16, "IR-12", from: 1)]
    for (month, golestan, nation) in [(2, 13, 13), (3, 14, 14), (4, 14, 14), (5, 15, 14), (12, 15, 14)] as [(Int, Int64, Int64)] {
      #expect(try value(settings, "IR-27", on: month) == .int(golestan), "month \(month)")
      #expect(try value(settings, nil, on: month) == .int(nation), "month \(month)")
    }
    #expect(try value(settings, "IR-12", on: 12) == 16)
  }

  @Test func `the latest of several is in force, in whatever order they come`() throws {
    let settings = [try set(16, nil, from: 6), try set(14, nil, from: 2), try set(15, nil, from: 4)]
    for list in [settings, settings.reversed()] {
      #expect(try value(list, nil, on: 5) == 15)
      #expect(try value(list, nil, on: 6) == 16)
      #expect(try value(list, nil, on: 1) == 13)
    }
  }

  @Test func `a locked national value stands above the province's, from its day until it is unlocked`() throws {
    let settings = [
      try set(15, "IR-27", from: 1), try set(18, nil, from: 4, locked: true), try set(17, nil, from: 8),
    ]
    #expect(try value(settings, "IR-27", on: 3) == 15)
    #expect(try value(settings, "IR-27", on: 4) == 18)
    #expect(try value(settings, "IR-27", on: 8) == 15)
    #expect(try value(settings, nil, on: 8) == 17)
  }

  @Test func `the origin tells who set the value`() throws {
    let own = try set(15, "IR-27", from: 1)
    let nation = try set(14, nil, from: 1)
    let inForce = Precedence.inForce([age], settings: [own, nation], province: "IR-27", on: try day(2))
    #expect(inForce.lines.first?.origin == .province(own))
    #expect(Precedence.inForce([age], settings: [own, nation], province: nil, on: try day(2)).lines.first?.origin == .nation(nation))
  }

  @Test func `a required parameter is missing until somebody sets it`() throws {
    let none = Precedence.inForce([age, quorum], settings: [], province: "IR-27", on: try day(1))
    #expect(none.missing.map(\.name) == ["quorum"])
    #expect(none.lines.last?.origin == .unset)
    #expect(none.values == .record(["age": 13, "quorum": .null]))
    let settings = [try set(7, nil, from: 3, "quorum"), try set(99, nil, from: 1, "unknown")]
    #expect(Precedence.inForce([age, quorum], settings: settings, province: "IR-27", on: try day(2)).missing.count == 1)
    let later = Precedence.inForce([age, quorum], settings: settings, province: "IR-27", on: try day(3))
    #expect(later.missing.isEmpty && later.values == .record(["age": 13, "quorum": 7]))
  }
}
