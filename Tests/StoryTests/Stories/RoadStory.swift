import Jalali
import Ledger
import Persian
import Registry
import Testing
import Values

@testable import Host

/// The road walked once in process, with what was seen at its milestones; several stories look at it.
struct WalkedRoad: Sendable {
  let store: StoryStore
  let story: [Happening]
  let seen: [String: Value]

  static let golestan = Result { try WalkedRoad() }

  static func county() -> (code: String, name: String) { ("2705", "گرگان") }

  private init() throws {
    let store = try StoryStore(on: try Road.firstDay())
    let road = try Road(store, try Province(parsing: "IR-27"), county: WalkedRoad.county())
    var seen: [String: Value] = [:]
    func look(_ name: String, _ who: String, _ query: String, _ input: KeyValuePairs<String, Value>) throws {
      seen[name] = try road.cast.play(who, query, input)
    }
    func group(_ name: String) throws {
      try look(name, "prevention.officer", "groups.group", ["group": .text(road.band.code)])
    }
    func institute(_ name: String) throws {
      try look(name, "ngo.officer", "institutes.institute", ["institute": .text(road.institution.code)])
    }
    func agreements(_ name: String) throws {
      try look(name, "prevention.officer", "healthbases.agreements", ["base": .text(road.base.code)])
    }
    try road.mobilise()
    try look("ranked", "prevention.officer", "mobilisation.ranking", ["ranking": .text(road.quarter.ranking)])
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
    try look("indicators", "prevention.officer", "monitoring.indicators", ["province": "IR-27", "year": 1404])
    (self.store, story, self.seen) = (store, road.story, seen)
  }
}

@Suite struct RoadStory {
  private let seen: [String: Value]
  private let store: StoryStore

  init() throws { (seen, store) = (try WalkedRoad.golestan.get().seen, try WalkedRoad.golestan.get().store) }

  @Test func `print what is seen`() {
    for (name, value) in seen.sorted(by: { $0.key < $1.key }) { print(name, JSONWriter.text(value)) }
  }

  @Test func `the ledger of the whole road is proven against the high-water mark`() throws {
    let report = try store.verify()
    #expect(report.outcome == .proven)
    #expect(report.faultCount == 0)
    #expect(report.anchoredSize == report.size)
  }
}
