import Contracts
import Jalali
import Ledger
import Persian
import Store
import Values

@testable import HealthBases
@testable import Host
@testable import Institutes
@testable import Engine
import Feature
import TestKit

/// A store with many agreements that end with the year 1405, of every fate, written in bulk through units of work, so
/// that each row has its entry; closed, so that another process can open it.
struct YearEndStore {
  let folder: StoreFolder
  let count: Int

  /// What makes an agreement's fate.
  enum Fate: CaseIterable {
    case approved, undecided, disapproved, unlicensed, suspendedBase

    static func of(_ index: Int) -> Fate {
      switch index % 20 {
      case 0..<11: .approved
      case 11..<15: .undecided
      case 15, 16: .disapproved
      case 17, 18: .unlicensed
      default: .suspendedBase
      }
    }

    var outcome: String {
      switch self {
      case .approved: "renewed"
      case .disapproved: "lapsed"
      case .undecided, .unlicensed, .suspendedBase: "held"
      }
    }
  }

  private static let batch = 250

  init(_ count: Int, in place: String) throws {
    folder = StoreFolder(place + "/store")
    self.count = count
    let clock = DemoClock(try JalaliDay(1405, 1, 20))
    let (runtime, _) = try StoreLocator.create(
      folder, config: ConfigFiles(folder: Place.config), clock: clock.clock, environment: .training)
    defer { runtime.close() }
    let golestan = try Province(parsing: "IR-27")
    let kurdistan = try Province(parsing: "IR-12")
    try YearEndStore.write(runtime) { work in
      for (province, isLasting) in [(golestan, true), (golestan, false), (kurdistan, true), (kurdistan, false)] {
        try YearEndStore.addInstitute(province, isLasting: isLasting, in: work)
      }
    }
    for start in stride(from: 0, to: count, by: YearEndStore.batch) {
      let indices = start..<min(start + YearEndStore.batch, count)
      try YearEndStore.write(runtime) { work in
        for index in indices { try YearEndStore.addAgreement(index, index % 3 == 0 ? kurdistan : golestan, in: work) }
      }
    }
  }

  private static func write(
    _ runtime: Runtime, _ body: @escaping @Sendable (borrowing Transaction) throws -> Void
  ) throws {
    let promise = Promise<Result<ActionResult, any Error>>()
    let context = CallContext(principal: .installer, origin: .init(channel: "story", host: "", session: ""), request: "bulk")
    try runtime.performUnit(act: "healthbases.story", module: "healthbases", day: runtime.clock.day, context) { core in
      try body(Transaction(core))
      return .null
    } reply: {
      promise.fulfill($0)
    }
    _ = try promise.wait().get()
  }

  /// Institutes 1 and 3 keep their licence; 2 and 4 lose it a week before the year ends.
  private static func addInstitute(_ province: Province, isLasting: Bool, in work: borrowing Transaction) throws {
    let name = "\(province.fa) \(isLasting)"
    try work.insert(
      Institute(
        province: province, county: nil, name: name, nameKey: KeyText(name), fromGroup: nil, applicant: ID(1), requestNumber: "1",
        requestedOn: work.day, state: .file, agreedOn: work.day, licensedOn: work.day,
        licenceValidUntil: try isLasting ? JalaliDay(1407, 1, 1) : JalaliDay(1405, 12, 22), remindOn: nil), standing: .licensed)
  }

  private static func addAgreement(_ index: Int, _ province: Province, in work: borrowing Transaction) throws {
    let fate = Fate.of(index)
    let institute = (province.code == "IR-27" ? 1 : 3) + (fate == .unlicensed ? 1 : 0)
    let base = try work.insert(
      HealthBase(
        province: province, county: nil, institute: ID(Int64(institute)), neighbourhood: ID(Int64(index + 1)),
        name: "پایگاه \(index)", state: .proposed, experience: "سابقه", personnel: [], admittedOn: work.day),
      standing: fate == .suspendedBase ? .suspended : .admitted)
    let decision: YearDecision? =
      switch fate {
      case .approved, .unlicensed, .suspendedBase: .approved
      case .disapproved: .disapproved
      case .undecided: nil
      }
    try work.insert(
      Agreement(
        province: province, county: nil, base: base.id, institute: base.institute, starts: work.day,
        ends: try JalaliDay(1405, 12, 29), state: .active, previous: nil, decision: decision,
        decidedOn: decision == nil ? nil : work.day))
  }
}
