/// A view of the store through one principal's eyes; lives as long as one call.
public struct Snapshot: ~Copyable, SnapshotProtocol {
  package let engine: any SnapshotEngine

  package init(_ engine: any SnapshotEngine) { self.engine = engine }

  /// The same view once more.
  public var snapshot: Snapshot { Snapshot(engine) }
}

/// What a snapshot and a transaction have in common: reading rows in scope, asking other modules.
public protocol SnapshotProtocol: ~Copyable {
  /// The view itself; what contracts are asked with.
  var snapshot: Snapshot { get }
}

/// What the engine does for a snapshot.
package protocol SnapshotEngine: AnyObject {
  var day: JalaliDay { get }
  var micros: Int64 { get }
  var host: String { get }
  var principal: Principal { get }
  var scope: Scope { get }
  var contracts: ContractRegistry { get }
  /// - Throws: `StoreFault` when the store cannot be read.
  func first<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: [Value]) throws -> Row?
  /// - Throws: `StoreFault` when the store cannot be read.
  func all<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: [Value]) throws -> [Row]
  /// - Throws: `StoreFault` when the store cannot be read.
  func rows(_ sql: StaticString, _ arguments: [Value]) throws -> [[Value]]
  /// - Throws: `StoreFault` when the store cannot be read.
  func number(_ sql: StaticString, _ arguments: [Value]) throws -> Int64?
  /// - Throws: `StoreFault` when the store cannot be read.
  func object(named text: String) throws -> NamedObject?
  /// - Throws: `StoreFault` when the store cannot be read.
  func row(of object: String, named text: String) throws -> Int64?
  func ofProvince() -> any SnapshotEngine
  func note<Row: Record>(read row: Row)
  func blindIndex(_ text: String, purpose: String) -> Bytes
  func digest(of bytes: [UInt8]) -> String
  /// - Throws: `StoreFault` when the store cannot be read.
  func firstEntryDay() throws -> JalaliDay?
  /// - Throws: `StoreFault` when the store cannot be read.
  func missing<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [MissingPoint]
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?, on day: JalaliDay?) throws -> Asked.Parameters
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The business date.
  public var day: JalaliDay { snapshot.engine.day }
  /// Whose eyes these are.
  public var principal: Principal { snapshot.engine.principal }
  /// Now; microseconds since 1970, UTC.
  public var micros: Int64 { snapshot.engine.micros }
  /// The day on which it really happens: a night that is made up for has a business date of its own and runs later. Periods in
  /// which people may do something count from this day, so that nobody loses one by a machine that stood still.
  public var ranOn: JalaliDay { max(snapshot.engine.day, JalaliDay.today(unixSeconds: micros / 1_000_000)) }
  /// The day of the store's first entry in its ledger, today when there is none: nothing that happened before was recorded
  /// as it happened.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func storeBegan() throws -> JalaliDay { try snapshot.engine.firstEntryDay() ?? day }
  /// The address the request came from; empty for none.
  public var host: String { snapshot.engine.host }
  /// The principal's province; nil for the nation.
  public var home: Province? { snapshot.engine.scope.province.flatMap { Province(code: $0) } }

  /// A row by its number; nil when there is none in scope.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func find<Row: Record>(_ type: Row.Type, _ id: ID<Row.Of>) throws -> Row? {
    try snapshot.engine.first(type, "id = ?", [id.value])
  }

  /// A row that a reference names.
  ///
  /// - Throws: `Refusal.notFound`, also for a row that exists in somebody else's province.
  public func require<Row: Record>(_ type: Row.Type, _ reference: Ref<Row.Of>) throws -> Row {
    let found: Row? =
      switch reference {
      case .row(let raw): try snapshot.engine.first(type, "id = ?", [.int(raw)])
      case .code(let code) where Row.self is any CodedRecord.Type: try snapshot.engine.first(type, "code = ?", [.text(code)])
      case .code: nil
      case .name(let name):
        try snapshot.engine.row(of: Row.Of.object, named: name).flatMap { try snapshot.engine.first(type, "id = ?", [.int($0)]) }
      }
    guard let found else { throw Refusal.notFound(Row.Of.self) }
    return found
  }

  /// The same by its number.
  ///
  /// - Throws: `Refusal.notFound`.
  public func require<Row: Record>(_ type: Row.Type, _ id: ID<Row.Of>) throws -> Row {
    try require(type, Ref(id))
  }

  /// The first row that meets a condition with `?` for each argument.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func first<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: any FieldType...) throws -> Row? {
    try snapshot.engine.first(type, condition, arguments.map(\.value))
  }

  /// All rows that meet a condition; it may end in ORDER BY.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func all<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ arguments: any FieldType...) throws -> [Row] {
    try snapshot.engine.all(type, condition, arguments.map(\.value))
  }

  /// Rows of literal SQL; tables show what is in scope.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func rows(_ sql: StaticString, _ arguments: any FieldType...) throws -> [[Value]] {
    try snapshot.engine.rows(sql, arguments.map(\.value))
  }

  /// The one number that literal SQL answers; 0 for none.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func count(_ sql: StaticString, _ arguments: any FieldType...) throws -> Int {
    Int(try snapshot.engine.number(sql, arguments.map(\.value)) ?? 0)
  }

  /// Finds what a ledger name (`institutes.institute/12`) or a short code (`IN-27-1405-0003`) stands for, so that desks can
  /// attach things to objects of modules they do not know.
  ///
  /// - Throws: `Refusal` of kind `malformed` for what is no such name, `Refusal.notFound` also for what is out of scope.
  public func object(named text: String, at pointer: String = "/object") throws -> NamedObject {
    guard let found = try snapshot.engine.object(named: text) else {
      throw Refusal.input(
        pointer, "object.unreadable",
        Texts(
          "باید نام یا کد یک چیز ثبت‌شده باشد، مانند institutes.institute/12 یا IN-27-1405-0003.",
          "Must name something recorded, such as institutes.institute/12 or IN-27-1405-0003."))
    }
    return found
  }

  /// The whole province, for what counts whoever asks, such as the free seats of a course: somebody whose scope ends below it must
  /// decide as everybody else would. What it shows is counted and never told.
  public var ofProvince: Snapshot { Snapshot(snapshot.engine.ofProvince()) }

  /// Notes that this row's personal data was read; the query must declare `leavesEntry`.
  public func noteRead<Row: Record>(_ row: Row) { snapshot.engine.note(read: row) }

  /// The module that answers a contract: `contract((any PeopleContract).self)`. Contracts offer their questions as
  /// functions of a snapshot, so that hardly anybody calls this.
  ///
  /// - Throws: `RegistryFault` when no installed module answers.
  public func contract<Contract>(_ contract: Contract.Type) throws -> Contract {
    try snapshot.engine.contracts.provider(of: contract)
  }

  /// What all modules contribute to a contract that they answer together; none where nobody does.
  public func contributions<Contract>(to contract: Contract.Type) -> [Contract] {
    snapshot.engine.contracts.contributions(to: contract)
  }

  /// The searchable stand-in for a secret value: equal values give equal keys, nobody else can compute one.
  public func blindIndex(_ text: String, _ purpose: StaticString) -> Bytes {
    snapshot.engine.blindIndex(text, purpose: "\(purpose)")
  }

  /// SHA-256, lower-case hexadecimal: by it anybody sees that figures are those that were decided on.
  public func digest(of bytes: [UInt8]) -> String { snapshot.engine.digest(of: bytes) }

  /// What a rule would object to today, without keeping a verdict: for checklists. Required parameters that nobody has
  /// set are named among the points.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func missing<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [MissingPoint] {
    try snapshot.engine.missing(rule, facts, in: province)
  }
}

extension Snapshot {
  /// The parameters of a rule in force, for queries that print them beside a figure.
  ///
  /// - Parameter day: the day whose parameters are asked for; nil for the business date.
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  public func parameters<Asked: Rule>(
    of rule: Asked.Type, in province: Province?, on day: JalaliDay? = nil
  ) throws -> Asked.Parameters {
    try engine.parameters(of: rule, in: province, on: day)
  }
}
