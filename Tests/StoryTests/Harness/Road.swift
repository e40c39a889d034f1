import Jalali
import Persian
import Engine
import Feature
import Values

@testable import Host

/// The way of one neighbourhood, from nothing to an agreement that renewed itself and a measured year, walked step by
/// step; everything that happens on it is written down.
final class Road {
  let store: StoryStore
  let cast: Cast
  let quarter: Quarter
  let band: Band
  let institution: Institution
  let base: Base
  private(set) var agreement: Value = .null
  private(set) var measurement: Value = .null
  private let rival: String
  private let begin: JalaliDay
  private let seed: UInt64
  private var workshop: Workshop?

  static let begin = (year: 1404, month: 3, day: 1)

  static func firstDay() throws -> JalaliDay { try JalaliDay(begin.year, begin.month, begin.day) }

  init(_ store: StoryStore, _ province: Province, county: (code: String, name: String), seed: UInt64 = 1405) throws {
    self.store = store
    self.seed = seed
    begin = store.runtime.clock.day
    let book = Book()
    let admin = try store.admin()
    admin.recorder = { book.happenings.append(.step(user: "admin", command: $0, input: $1)) }
    let place = try admin.perform(
      "regions.add-county",
      .record(["province": .text(province.code), "name": .text(county.name), "statisticalCode": .text(county.code)]))
    let number = place["id"]?.integer ?? 0
    let cast = try Cast(province, installer: admin, county: number)
    cast.recorder = { name, command, input in
      book.happenings.append(.step(user: "\(province.en.lowercased()).\(name)", command: command, input: input))
    }
    self.cast = cast
    var dice = Dice(seed: seed)
    let names = DemoNames.neighbourhoods[province.code] ?? []
    quarter = try Quarter(cast, county: number, name: names[0], dice: Dice(seed: dice.next()))
    rival = try Quarter(cast, county: number, name: names[1], dice: Dice(seed: dice.next())).code
    band = Band(quarter, name: DemoNames.groups[0], dice: Dice(seed: dice.next()))
    institution = Institution(band)
    base = Base(band, institution, dice: Dice(seed: dice.next()))
    self.book = book
  }

  private final class Book { var happenings: [Happening] = [] }
  private let book: Book

  /// Everything that happened, in order.
  var story: [Happening] { book.happenings }

  // MARK: The stretches of the road

  func mobilise() throws {
    try quarter.count(3_200, in: begin.year)
    try quarter.chooseClinic("کلینیک مددکاری \(band.name)", rival: rival)
    try quarter.mobilise(10, on: begin)
    try quarter.gather(on: try pass(6))
    try pass(12)
    try quarter.rankNeeds()
  }

  func form() throws { try band.form(on: try pass(20)) }

  func train() throws {
    let day = try pass(30)
    workshop = Workshop(
      cast, template: try Workshop.template(cast), people: band.members, from: day.adding(days: 10),
      dice: Dice(seed: seed ^ 7))
    try workshop?.invite()
    try pass(52)
    try workshop?.deliver()
    try pass(56)
    try workshop?.certify()
  }

  func act() throws {
    try band.plan(on: try pass(60))
    for month in 0..<4 { try band.meet(on: try pass(75 + month * 30)) }
  }

  func ripen() throws {
    try pass(170)
    try band.ripen()
  }

  func license() throws {
    try institution.openFile(number: 100, on: try pass(180))
    try institution.answerEnquiries(number: 200, on: try pass(190))
    try pass(198)
    try institution.license()
  }

  func openBase() throws {
    // Before 1 Dey: a first term has three months at least.
    try pass(205)
    try base.open()
    try pass(210)
    try base.agree()
    agreement = try base.current() ?? .null
  }

  func approveYear() throws {
    let day = try pass(to: try JalaliDay(1404, 11, 15))
    try base.work(6, agreement: agreement, on: day)
    try pass(to: try JalaliDay(1404, 12, 10))
    try base.approve(agreement: agreement)
  }

  /// The night after the last day of the Jalali year.
  func turnOfTheYear() throws { try pass(to: try JalaliDay(1405, 1, 1)) }

  func measure() throws {
    try pass(to: try JalaliDay(1405, 1, 25))
    measurement = try cast.play(
      "prevention.officer", "monitoring.measure", ["province": .text(cast.province.code), "year": 1404])
    try cast.play("prevention.deputy", "monitoring.approve", ["measurement": measurement["code"] ?? .null])
  }

  func walk() throws {
    for stretch in [mobilise, form, train, act, ripen, license, openBase, approveYear, turnOfTheYear, measure] {
      try stretch()
    }
  }

  @discardableResult
  private func pass(_ days: Int) throws -> JalaliDay { try pass(to: begin.adding(days: days)) }

  @discardableResult
  private func pass(to day: JalaliDay) throws -> JalaliDay {
    // A second road beside the first finds the days gone already.
    guard day > store.runtime.clock.day else { return day }
    book.happenings.append(.day(day))
    try store.pass(to: day)
    return day
  }
}
