import Jalali
import Ledger
import Persian
import Engine
import Feature
import Testing
import Values

@testable import Host

/// The road walked once in process, with what was seen at its milestones; several stories look at it.
struct WalkedRoad: Sendable {
  let store: StoryStore
  let story: [Happening]
  let seen: [String: Value]
  /// One-time secrets by user name.
  let secrets: [String: String]

  static let golestan = Result { try WalkedRoad() }

  static func county() -> (code: String, name: String) { ("2705", "گرگان") }

  private init() throws {
    let store = try StoryStore(on: try Road.firstDay())
    let road = try Road(store, try Province(parsing: "IR-27"), county: WalkedRoad.county())
    var seen: [String: Value] = [:]
    func snapshot(_ name: String, _ who: String, _ query: String, _ input: KeyValuePairs<String, Value>) throws {
      seen[name] = try road.cast.play(who, query, input)
    }
    func group(_ name: String) throws {
      try snapshot(name, "prevention.officer", "groups.group", ["group": .text(road.band.code)])
    }
    func institute(_ name: String) throws {
      try snapshot(name, "ngo.officer", "institutes.institute", ["institute": .text(road.institution.code)])
    }
    func agreements(_ name: String) throws {
      try snapshot(name, "prevention.officer", "healthbases.agreements", ["base": .text(road.base.code)])
    }
    try road.mobilise()
    try snapshot("ranked", "prevention.officer", "mobilisation.ranking", ["ranking": .text(road.quarter.ranking)])
    try road.form()
    try group("formed")
    try road.train()
    try group("taught")
    try road.act()
    try group("active")
    try road.ripen()
    try group("mature")
    try road.license()
    try group("grown")
    try institute("licensed")
    try road.openBase()
    try agreements("agreed")
    try road.approveYear()
    try agreements("approved")
    try road.turnOfTheYear()
    try agreements("renewed")
    try road.measure()
    try snapshot("indicators", "prevention.officer", "monitoring.indicators", ["province": "IR-27", "year": 1404])
    (self.store, story, self.seen) = (store, road.story, seen)
    secrets = Dictionary(uniqueKeysWithValues: road.cast.secrets.map { ($0.user, $0.secret) })
  }
}

@Suite struct RoadStory {
  private let seen: [String: Value]
  private let store: StoryStore

  init() throws { (seen, store) = (try WalkedRoad.golestan.get().seen, try WalkedRoad.golestan.get().store) }

  @Test(arguments: [
    ("formed", "formed"), ("taught", "formed"), ("active", "active"), ("mature", "mature"), ("grown", "institute"),
  ])
  func `the group goes from formed to institute`(milestone: String, state: String) {
    #expect(seen[milestone]?["group"]?["state"]?.string == state)
  }

  @Test func `the first output is a locked ranking of needs`() {
    #expect(seen["ranked"]?["ranking"]?["state"]?.string == "locked")
    #expect(seen["ranked"]?["isAsLocked"]?.boolean == true)
    #expect(seen["ranked"]?["needs"]?.items.count == 3)
  }

  @Test func `the institute is licensed, with its serial numbers, and points back to its group`() {
    let institute = seen["licensed"]?["institute"]
    #expect(institute?["state"]?.string == "licensed")
    #expect(institute?["fromGroup"] == seen["grown"]?["group"]?["id"])
    #expect(seen["licensed"]?["licences"]?.items.first?["code"]?.string == "LC-27-1404-0001")
    #expect(seen["licensed"]?["agreements"]?.items.first?["code"]?.string == "AP-27-1404-0001")
    #expect(seen["licensed"]?["missing"]?.items.isEmpty == true)
  }

  @Test func `the agreement ends with the Jalali year and is approved before`() throws {
    let agreed = try #require(seen["agreed"]?["items"]?.items.first)
    #expect(agreed["ends"] == .day(try JalaliDay(1404, 12, 29)))
    #expect(agreed["state"]?.string == "active")
    let approved = try #require(seen["approved"]?["items"]?.items.first)
    #expect(approved["decision"]?.string == "approved")
    #expect(approved["activities"]?.integer == 6)
  }

  @Test func `the night after the year's end renews it: a new agreement that points to the old one`() throws {
    let items = seen["renewed"]?["items"]?.items ?? []
    try #require(items.count == 2)
    #expect(items[0]["state"]?.string == "ended")
    #expect(items[1]["state"]?.string == "active")
    #expect(items[1]["previous"] == items[0]["code"])
    #expect(items[1]["starts"] == .day(try JalaliDay(1405, 1, 1)))
    #expect(items[1]["ends"] == .day(try JalaliDay(1405, 12, 29)))
  }

  @Test func `indicator 1 is measured against the census row of the province`() throws {
    let coverage = try #require(seen["indicators"]?["rows"]?.items.first?["coverage"])
    #expect(coverage["covered"]?.integer == 10)
    #expect(coverage["population"]?.integer == 1_868_819)
    #expect(coverage["populationYear"]?.integer == 1395)
    // The target is 5 %: whoever covers 93,441 people has reached it, with one less not.
    let target = try #require(coverage["targetHundredths"]?.integer)
    #expect(target == 500)
    let needed = (1_868_819 * target + 9_999) / 10_000
    #expect(needed == 93_441)
    #expect(coverage["isReached"]?.boolean == false)
  }

  @Test func `one institute after a year without any is not computable, never infinity`() throws {
    let growth = try #require(seen["indicators"]?["rows"]?.items.first?["growth"])
    #expect(growth["state"]?.string == "notComputable")
    #expect(growth["founded"]?.integer == 1)
    #expect(growth["hundredths"] == .null)
  }

  @Test func `the ledger of the whole road is proven against the high-water mark`() throws {
    let report = try store.verify()
    #expect(report.conclusion == .proven)
    #expect(report.faultCount == 0)
    #expect(report.anchoredSize == report.size)
  }
}
