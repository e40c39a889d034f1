import Contracts
import Engine
import Feature
import Foundation
import Groups
import Objections
import Jalali
import TestKit
import Testing
import Values

@testable import Monitoring

/// Three years of groups, lived through their actions with chance for a guide, and remembered beside the store. The judge
/// `figures` recounts what a store holds; here it is what people did.
private final class RandomLife {
  private struct Membership {
    let group: Int64
    let person: Int64
    let since: JalaliDay
    var until: JalaliDay?
  }

  private struct Remembered {
    let place: Int64
    var founded: JalaliDay?
    var stands: Bool = true
    var isSuspended = false
    var pauses: [(from: JalaliDay, to: JalaliDay?)] = []
  }

  let store: TestStore
  let officer = Principal.test(.preventionOfficer, number: 4)
  private let county = Principal.test(.countyOfficer, number: 2)
  private let desk = Principal.test(.countyOfficer, number: 3)
  private let deputy = Principal.test(.preventionDeputy, number: 5)
  private var dice: SplitMix64
  private var groups: [Int64: Remembered] = [:]
  private var members: [Membership] = []
  private var attendance: [(group: Int64, day: JalaliDay, people: Set<Int64>)] = []

  init(seed: UInt64) throws {
    dice = SplitMix64(seed: seed)
    let mobilisation = MobilisationStandIn()
    mobilisation.gatherings.set { _ in try JalaliDay(1401, 1, 1) }
    let configuration = TestConfiguration()
    try configuration.set("groups.founding-quorum", "minimumMembers", 1, in: nil)
    let regions = RegionsStandIn()
    regions.populations.set { _ in 1_000 }
    regions.residents.set { $0 == 3 ? nil : Int($0) * 100 }
    store = try TestStore(
      [MonitoringModule.self, ObjectionsModule.self, GroupsModule.self],
      standingIn: [mobilisation, regions, DeadlinesStandIn(), configuration],
      on: JalaliDay(1402, 1, 1))
  }

  /// Days lie at the ends of years and of suspensions more often than elsewhere.
  func live() throws {
    let end = try JalaliDay(1404, 12, 29)
    while store.day < end {
      try act()
      let edge = JalaliDay.lastDay(ofYear: store.day.year)
      let pace = Int.random(in: 0...60, using: &dice)
      store.day = store.day < edge && edge - store.day < pace ? edge : store.day.adding(days: pace % 3 == 0 ? pace % 2 : pace)
    }
    store.day = try JalaliDay(1405, 1, 20)
  }

  private func act() throws {
    let standing = groups.filter { $0.value.stands }.keys.sorted()
    guard let group = standing.randomElement(using: &dice), standing.count > 1 else { return try found() }
    let isSuspended = groups[group]?.isSuspended ?? false
    switch Int.random(in: 0..<20, using: &dice) {
    case 0..<2: try found()
    case 2..<8: if !isSuspended { try admit(Int64.random(in: 1...12, using: &dice), to: group) }
    case 8..<12: try leave(group)
    case 12..<15: if isSuspended { try resume(group) } else { try suspend(group) }
    case 15..<18: if !isSuspended { try meet(group) }
    case 18: try dissolve(group)
    default: if !isSuspended { try merge(group, standing) }
    }
  }

  private func run(_ command: String, _ group: Int64, _ input: KeyValuePairs<String, Value> = [:], as principal: Principal) throws {
    try store.run("groups." + command, .object([.init("group", .int(group))] + Value.record(input).members), as: principal)
  }

  private func found() throws {
    let number = Int64(groups.count + 1)
    let place = Int64.random(in: 1...4, using: &dice)
    try store.run(
      "groups.request",
      .record(["kind": "mutualAid", "name": .text("گروه \(number)"), "neighbourhood": .int(place), "applicant": 1]), as: desk)
    try run("confirm-identity", number, as: county)
    try run("accept-request", number, as: officer)
    groups[number] = Remembered(place: place)
    try admit(Int64.random(in: 1...12, using: &dice), to: number)
    guard Bool.random(using: &dice) else { return }
    try run("record-founding", number, ["day": .day(store.day), "minutes": "…"], as: desk)
    groups[number]?.founded = store.day
  }

  private func admit(_ person: Int64, to group: Int64) throws {
    let day = store.day
    let isThere = members.contains { $0.group == group && $0.person == person && ($0.until.map { $0 >= day } ?? true) }
    guard !isThere else { return }
    try run("admit-member", group, ["person": .int(person)], as: desk)
    members.append(Membership(group: group, person: person, since: day))
  }

  private func leave(_ group: Int64) throws {
    let day = store.day
    let present = members.indices.filter { members[$0].group == group && members[$0].until == nil && members[$0].since <= day }
    guard let index = present.randomElement(using: &dice) else { return }
    let cause: Value = Bool.random(using: &dice) ? "died" : "resigned"
    try run("end-membership", group, ["person": .int(members[index].person), "cause": cause, "reason": "…"], as: desk)
    members[index].until = day
  }

  private func suspend(_ group: Int64) throws {
    try run("suspend", group, ["reason": "…"], as: officer)
    groups[group]?.isSuspended = true
    groups[group]?.pauses.append((store.day, nil))
  }

  private func resume(_ group: Int64) throws {
    try run("resume", group, ["reason": "…"], as: officer)
    groups[group]?.isSuspended = false
    if let last = groups[group]?.pauses.indices.last { groups[group]?.pauses[last].to = store.day }
  }

  private func meet(_ group: Int64) throws {
    let people = Set((0..<3).map { _ in Int64.random(in: 1...16, using: &dice) })
    try run(
      "record-activity", group,
      ["day": .day(store.day), "kind": "meeting", "report": "…", "attendance": .list(people.sorted().map(Value.int))], as: desk)
    attendance.append((group, store.day, people))
  }

  private func close(_ group: Int64) {
    for index in members.indices where members[index].group == group && members[index].until == nil {
      // Whoever came by a merger of the same day never became a member.
      members[index].until = store.day
    }
    groups[group]?.stands = false
  }

  private func dissolve(_ group: Int64) throws {
    try run("dissolve", group, ["reason": "…"], as: deputy)
    close(group)
  }

  private func merge(_ group: Int64, _ standing: [Int64]) throws {
    guard let other = standing.first(where: { $0 != group && groups[$0]?.isSuspended == false }) else { return }
    try run("merge", group, ["into": .int(other), "reason": "…"], as: deputy)
    let going = members.filter { $0.group == group && $0.until == nil }.map(\.person)
    close(group)
    for person in going where !members.contains(where: { $0.group == other && $0.person == person && $0.until == nil }) {
      members.append(Membership(group: other, person: person, since: store.day.adding(days: 1)))
    }
  }

  // MARK: What is remembered, day by day

  private func works(_ membership: Membership, on day: JalaliDay) -> Bool {
    guard membership.since <= day, membership.until.map({ $0 >= day }) ?? true else { return false }
    return groups[membership.group]?.pauses.allSatisfy { day <= $0.from || $0.to.map { day >= $0 } ?? false } ?? false
  }

  func remembered(of year: Int) -> (people: Set<Int64>, places: Set<Int64>) {
    var (people, places): (Set<Int64>, Set<Int64>) = ([], [])
    var day = JalaliDay.firstDay(ofYear: year)
    while day.year == year {
      for membership in members where works(membership, on: day) {
        people.insert(membership.person)
        if let group = groups[membership.group], let founded = group.founded, founded <= day { places.insert(group.place) }
      }
      for meeting in attendance where meeting.day == day {
        people.formUnion(meeting.people)
        if let group = groups[meeting.group], let founded = group.founded, founded <= day { places.insert(group.place) }
      }
      day = day.adding(days: 1)
    }
    return (people, places)
  }
}

@Suite struct `Lives at random` {
  private static let count = ProcessInfo.processInfo.environment["HAMYAR_LIVES"].flatMap(UInt64.init) ?? 5

  @Test(arguments: 0..<count)
  func `people and places are those that somebody beside the store remembers`(seed: UInt64) throws {
    let life = try RandomLife(seed: seed)
    try life.live()
    for year in 1402...1404 {
      let own = life.remembered(of: year)
      let measured = try life.store.run(
        "monitoring.measure", .record(["province": "IR-27", "year": .int(Int64(year))]), as: life.officer)
      let asked = Value.record(["measurement": measured["id"] ?? .null])
      let people = try life.store.ask("monitoring.drilldown", asked, as: life.officer)["items"]?.items ?? []
      #expect(
        Set(people.compactMap { $0["object"]?.string }) == Set(own.people.map { "people.person/\($0)" }), "seed \(seed), \(year)")
      #expect(measured["coverage"]?["covered"] == .int(Int64(own.people.count)), "seed \(seed), \(year)")
      let places = try life.store.ask("monitoring.places", asked, as: life.officer)["items"]?.items ?? []
      #expect(Set(places.compactMap { $0["neighbourhood"]?.integer }) == own.places, "seed \(seed), \(year)")
      let residents = own.places.filter { $0 != 3 }.reduce(0) { $0 + $1 * 100 }
      #expect(measured["coverage"]?["residents"] == .int(residents), "seed \(seed), \(year)")
    }
  }
}
