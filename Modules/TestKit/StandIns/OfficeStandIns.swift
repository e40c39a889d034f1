public import Contracts
public import Feature

/// Nobody is signed in, and nobody is on the staff; a session is known by its token and is never noted down.
public final class AccountsStandIn: StandIn, Authenticator, StaffDirectory, AccountsContract {
  /// Who stands behind a token.
  public let sessions = Answers<String, Principal?> { _ in nil }
  /// Whether somebody may not sign in any more.
  public let closed = Answers<String, Bool> { _ in false }
  /// With which posts somebody goes on, by their name in the ledger; those they had, where nobody says otherwise.
  public let renewals = Answers<String, Principal?> { _ in nil }
  /// Who holds one of some roles.
  public let holders = Answers<Set<String>, [Colleague]> { _ in [] }
  /// Full names, by row.
  public let fullNames = Answers<Int64, String?> { _ in nil }
  /// Whether somebody, by row, holds a post.
  public let posts = Answers<Int64, Bool> { _ in true }
  public let permission: Permission
  private let operation: Permission?

  /// - Parameters:
  ///   - operation: what lets somebody operate the installation itself.
  ///   - seesStaff: what lets somebody see colleagues by name; nobody holds the standard one.
  public init(
    operation: Permission? = nil, seesStaff: Permission = Permission("accounts.read", "دیدن کارکنان", "see the staff", heldBy: [])
  ) {
    self.operation = operation
    permission = seesStaff
  }

  public convenience init() { self.init(operation: nil) }

  public var declaration: Module {
    Module(
      "accounts", "حساب‌های آزمون", "accounts of the test", availability: .always,
      provisions: [
        .provides((any Authenticator).self, self), .provides((any StaffDirectory).self, self), .provides((any AccountsContract).self, self),
      ],
      hooks: Hooks(operation: operation))
  }

  public func session(for token: String, at micros: Int64, in snapshot: borrowing Snapshot) throws -> OpenSession? {
    try sessions(token).map { OpenSession(id: 1, principal: $0, wantsTouch: false) }
  }

  public func renewed(_ principal: Principal, in snapshot: borrowing Snapshot) throws -> Principal? {
    try closed(principal.id) ? nil : renewals(principal.id) ?? principal
  }

  public func openSessions(at micros: Int64, in snapshot: borrowing Snapshot) throws -> Int? { nil }
  public func touch(_ session: Int64, at micros: Int64, in work: borrowing Transaction) throws {}

  public func colleagues(holding roles: Set<String>, limit: Int, in snapshot: borrowing Snapshot) throws -> [Colleague] {
    Array(try holders(roles).prefix(limit))
  }

  public func colleague(
    _ reference: Ref<StaffEntity>, holding role: Role, in province: Province, county: ID<CountyEntity>?, on day: JalaliDay,
    _ snapshot: borrowing Snapshot
  ) throws -> StaffFacts {
    guard case .row(let row) = reference else { throw Refusal.notFound(StaffEntity.self) }
    return StaffFacts(id: ID(row), holdsPost: try posts(row))
  }

  public func hadOthers(
    than people: [String], holding roles: Set<String>, since day: JalaliDay, in snapshot: borrowing Snapshot
  ) throws -> Bool {
    try holders(roles).contains { !people.contains($0.id) }
  }

  public func names(of rows: [Int64], in snapshot: borrowing Snapshot) throws -> [Int64: String] {
    try rows.reduce(into: [:]) { $0[$1] = try fullNames($1) }
  }
}

/// People live where `Geography` says, were born in 1370, and can read.
public final class PeopleStandIn: StandIn, PeopleContract {
  /// By row.
  public let people = Answers<Int64, PersonFacts?> { try PersonFacts.standard($0) }
  /// The row that stands for a row; its own, where nobody says otherwise.
  public let same = Answers<Int64, Int64> { $0 }
  /// Who has no ID.
  public let unidentified = Answers<Int64, Bool> { _ in false }

  public init() {}

  public var declaration: Module {
    Module("people", "اشخاص آزمون", "people of the test", availability: .always, provisions: [.provides((any PeopleContract).self, self)])
  }

  public func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    try snapshot.inScope(reference.number.flatMap { try people($0) }, { $0.province }, PersonEntity.texts)
  }

  public func counted(_ people: [ID<PersonEntity>], in snapshot: borrowing Snapshot) throws -> CountedPeople {
    let standing = try people.map { ($0, ID<PersonEntity>(try same($0.raw))) }
    return CountedPeople(
      standing: Dictionary(standing, uniquingKeysWith: { first, _ in first }),
      probable: Set(try standing.map(\.1).filter { try unidentified($0.raw) }))
  }
}

extension PersonFacts {
  /// - Parameters:
  ///   - province: where `Geography` says when there is none.
  ///   - birth: 1370/01/01 when there is none.
  public static func standard(
    _ row: Int64, in province: Province? = nil, birth: JalaliDay? = nil, isLiterate: Bool = true
  ) throws -> PersonFacts? {
    guard let province = province ?? Geography.home(of: row) else { return nil }
    return PersonFacts(
      id: ID(row), code: Geography.code("PE", province, row), province: province, name: "شخص \(row)",
      birth: try birth ?? JalaliDay(1370, 1, 1), isLiterate: isLiterate)
  }
}

/// Neighbourhoods lie where `Geography` says, in no county; there is no county and no census.
public final class RegionsStandIn: StandIn, RegionsContract {
  /// By row.
  public let neighbourhoods = Answers<Int64, NeighbourhoodFacts?> { NeighbourhoodFacts.standard($0) }
  /// The province of a county, by row.
  public let counties = Answers<Int64, Province?> { _ in nil }
  /// How many people live there, by a count of 1395.
  public let populations = Answers<Province, Int?> { _ in nil }
  /// How many people live in a neighbourhood, by a count of 1400.
  public let residents = Answers<Int64, Int?> { _ in nil }

  public init() {}

  public var declaration: Module {
    Module(
      "regions", "نواحی آزمون", "regions of the test", availability: .always, provisions: [.provides((any RegionsContract).self, self)])
  }

  public func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    try snapshot.inScope(reference.number.flatMap { try neighbourhoods($0) }, { $0.province }, NeighbourhoodEntity.texts)
  }

  public func county(
    _ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot
  ) throws -> ID<CountyEntity> {
    guard let row = reference.number, try counties(row) == province else { throw Refusal.notFound(CountyEntity.self) }
    return ID(row)
  }

  public func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? {
    try populations(province).map {
      PopulationFacts(row: Int64(province.number), province: province, year: 1395, population: $0, source: "سرشماری")
    }
  }

  public func residents(
    of places: [ID<NeighbourhoodEntity>], year: Int, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: PopulationFacts] {
    try places.reduce(into: [:]) { found, place in
      guard let number = try residents(place.raw), let province = Geography.home(of: place.raw) else { return }
      found[place] = PopulationFacts(row: place.raw, province: province, year: 1400, population: number, source: "سرشماری")
    }
  }

  public func counties(
    of places: [ID<NeighbourhoodEntity>], in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: ID<CountyEntity>] {
    try places.reduce(into: [:]) { found, place in found[place] = try neighbourhoods(place.raw)?.county }
  }

  public func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar { .official }
}

extension NeighbourhoodFacts {
  /// A neighbourhood where nothing stands out.
  public static func standard(_ row: Int64, county: Int64? = nil) -> NeighbourhoodFacts? {
    Geography.home(of: row).map {
      NeighbourhoodFacts(
        id: ID(row), code: Geography.code("NB", $0, row), province: $0, county: county.map { ID($0) }, name: "محلهٔ \(row)",
        isHarmProne: false, isInformalSettlement: false)
    }
  }
}
