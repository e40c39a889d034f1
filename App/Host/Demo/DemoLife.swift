import Contracts
import Feature
import Jalali
import Persian
import Engine
import Store
import Values

/// Jalali years in Golestan and Kurdistan up to a day, three of them full of events, written through the same actions as everybody's; the same seed gives the same life.
public final class DemoLife {
  public static let start = (year: 1402, month: 9, day: 1)

  private let runtime: Runtime
  private let clock: DemoClock
  private let agenda = Agenda()
  private var dice: Dice
  private let tell: (String) -> Void
  private var today: JalaliDay
  private let last: JalaliDay
  public private(set) var casts: [Cast] = []
  /// Accounts of the nation besides the first administrator's: user names with their secrets.
  private(set) var nation: [(user: String, secret: String, role: String)] = []

  /// - Parameter last: the day on which it ends: that on which it is made, so that its nights are those of a store in use.
  init(_ runtime: Runtime, clock: DemoClock, seed: UInt64, until last: JalaliDay, tell: @escaping (String) -> Void) throws {
    self.runtime = runtime
    self.clock = clock
    self.tell = tell
    dice = Dice(seed: seed)
    today = try JalaliDay(DemoLife.start.year, DemoLife.start.month, DemoLife.start.day)
    self.last = last
  }

  /// How many neighbourhoods live in each province.
  private static let sizes = [("IR-27", 14), ("IR-12", 9)]

  func live() throws {
    let installer = try Caller(runtime, principal: .installer, channel: "demo")
    for (code, size) in DemoLife.sizes {
      guard let province = Province(code: code) else { continue }
      try settle(province, size, installer)
    }
    for year in 1403...1405 { try measure(after: year - 1) }
    while let (day, work) = agenda.next(until: last) {
      try pass(to: day)
      try work()
    }
    try pass(to: last)
    let secret = try Cast.open(DemoLife.observer, "ناظر دفتر امور زنان و خانواده", of: .nationalObserver, in: nil, installer).secret
    nation.append((DemoLife.observer, secret, Role.nationalObserver.id))
  }

  /// Looks on while S2 is carried out, in all provinces.
  private static let observer = "observer"

  /// Lets the days go by, with their nights.
  private func pass(to day: JalaliDay) throws {
    guard day > today else { return }
    clock.move(to: day)
    _ = try Night(runtime, host: "demo").run(upTo: day, catchingUp: .everything)
    if day.year != today.year || day.month != today.month { tell(day.text) }
    today = day
  }

  private func settle(_ province: Province, _ size: Int, _ installer: Caller) throws {
    var counties: [Int64] = []
    for county in DemoNames.counties[province.code] ?? [] {
      let row = try installer.perform(
        "regions.add-county",
        .record(["province": .text(province.code), "name": .text(county.name), "statisticalCode": .text(county.code)]))
      counties.append(row["id"]?.integer ?? 0)
    }
    guard let county = counties.first else { return }
    let cast = try Cast(province, installer: installer, county: county)
    casts.append(cast)
    let names = (DemoNames.neighbourhoods[province.code] ?? []).prefix(size)
    var quarters: [Quarter] = []
    for name in names {
      quarters.append(try Quarter(cast, county: county, name: name, dice: Dice(seed: dice.next())))
    }
    var courses: [Value] = []
    agenda.add(today.adding(days: 3)) { courses.append(try Workshop.template(cast)) }
    for (index, quarter) in quarters.enumerated() {
      // Of every fourth nobody has counted the residents.
      if index % 4 != 3 { try quarter.count(2_400 + 310 * index, in: today.year) }
      let rival = quarters[(index + 1) % quarters.count].code
      let begin = today.adding(days: 10 + index * (province.code == "IR-27" ? 44 : 68))
      agenda.add(begin) { [self] in
        try start(quarter, rival: rival, index: index, on: begin, template: { courses.first ?? .null })
      }
    }
  }

  /// The road of one neighbourhood; how far it comes depends on its number.
  private func start(
    _ quarter: Quarter, rival: String, index: Int, on begin: JalaliDay, template: @escaping () -> Value
  ) throws {
    var own = Dice(seed: dice.next())
    let band = Band(quarter, name: DemoNames.groups[index % DemoNames.groups.count], dice: Dice(seed: own.next()))
    try quarter.chooseClinic("کلینیک مددکاری \(band.name)", rival: rival)
    try quarter.mobilise(own.number(10...14), on: begin)
    func later(_ days: Int, _ work: @escaping (JalaliDay) throws -> Void) {
      let day = begin.adding(days: days)
      agenda.add(day) { try work(day) }
    }
    later(6) { try quarter.gather(on: $0) }
    later(12) { _ in try quarter.rankNeeds() }
    later(20) { try band.form(on: $0) }
    let seed = own.next()
    var workshop: Workshop?
    later(30) { day in
      workshop = Workshop(
        quarter.cast, template: template(), people: band.members, from: day.adding(days: 10), dice: Dice(seed: seed))
      try workshop?.invite()
    }
    later(52) { _ in try workshop?.deliver() }
    later(56) { _ in try workshop?.certify() }
    guard index % 7 != 6 else { return }
    later(60) { try band.plan(on: $0) }
    for month in 0..<4 { later(75 + month * 30) { try band.meet(on: $0) } }
    guard index % 4 != 3 else { return }
    later(170) { _ in try band.ripen() }
    guard index % 2 == 0 || index < 6 else { return }
    let institution = Institution(band)
    later(180) { try institution.openFile(number: 100 + index, on: $0) }
    later(195) { try institution.answerEnquiries(number: 200 + index, on: $0) }
    later(205) { _ in try institution.license() }
    let base = Base(band, institution, dice: Dice(seed: own.next()))
    later(215) { _ in try base.open() }
    later(220) { _ in try base.agree() }
    try years(of: base, institution, quarter.cast, index, from: begin.adding(days: 225))
  }

  /// Each year of a base ends renewed, held or lapsed: its number decides which. Its activities are spread over the quarters;
  /// a year that nobody decided is held through the decision window and lapses then.
  private func years(
    of base: Base, _ institution: Institution, _ cast: Cast, _ index: Int, from first: JalaliDay
  ) throws {
    for year in first.year...1404 {
      let isApproved = (index + year) % 5 != 0
      let turns = try [2, 5, 8, 11].map { try JalaliDay(year, $0, 20) }.filter { $0 > first }
      for (turn, worked) in ((year == first.year ? [first] : []) + turns).enumerated() {
        // Whoever is not approved has not done everything; the last turn of the others has something of each.
        guard isApproved || turn < 2 else { continue }
        agenda.add(worked) {
          guard let agreement = try base.current(on: worked) else { return }
          try base.work(worked.month == 11 ? 6 : 2, from: worked.month == 11 ? 0 : turn, agreement: agreement, on: worked)
        }
      }
      // After the one that was held for its licence is released.
      agenda.add(try JalaliDay(year + 1, 1, 24)) { try base.sign() }
      guard isApproved else { continue }
      let decided = try JalaliDay(year, 12, 10)
      agenda.add(decided) {
        guard let agreement = try base.current(on: decided) else { return }
        try base.approve(agreement: agreement)
      }
      guard DemoLife.troubled.contains(where: { $0 == (index, year) }) else { continue }
      try trouble(base, institution, cast, year)
    }
  }

  /// Institutes whose licence stands suspended at the end of a year: the approved agreement is held, not renewed.
  private static let troubled = [(1, 1403), (0, 1404), (4, 1404)]

  /// Suspended before the year's end; in 1404 the papers came in time to release the held agreement.
  private func trouble(_ base: Base, _ institution: Institution, _ cast: Cast, _ year: Int) throws {
    var held: Value = .null
    agenda.add(try JalaliDay(year, 12, 20)) {
      held = try base.current() ?? .null
      try cast.play("director", "institutes.suspend", ["institute": .text(institution.code), "reason": "نقص مدارک در بازدید سالانه"])
    }
    guard year == 1403 else { return }
    agenda.add(try JalaliDay(year + 1, 1, 20)) {
      try cast.play("director", "institutes.reinstate", ["institute": .text(institution.code), "reason": "مدارک تکمیل شد"])
      try cast.play(
        "prevention.deputy", "healthbases.release-held", ["agreement": held, "reason": "رفع تعلیق پروانه"])
    }
  }

  /// The prevention officer measures a year in the month after its end; the deputy signs it off.
  private func measure(after year: Int) throws {
    for code in DemoLife.sizes.map(\.0) {
      agenda.add(try JalaliDay(year + 1, 1, 25)) { [self] in
        guard let cast = casts.first(where: { $0.province.code == code }) else { return }
        let row = try cast.play(
          "prevention.officer", "monitoring.measure", ["province": .text(code), "year": .int(Int64(year))])
        try cast.play("prevention.deputy", "monitoring.approve", ["measurement": row["code"] ?? .null])
      }
    }
  }
}
