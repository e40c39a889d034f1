public import Contracts
public import Feature

/// Nobody has filed anything.
public final class DocumentsStandIn: StandIn, DocumentsContract {
  /// By the object they are filed for, named as in the ledger.
  public let documents = Answers<String, [DocumentFacts]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module(
      "documents", "اسناد آزمون", "documents of the test", availability: .always,
      provisions: [.provides((any DocumentsContract).self, self)])
  }

  /// Files one more paper for an object.
  ///
  /// - Parameter row: its number; the next of this object when there is none.
  public func file(
    _ kind: String, for object: String, row: Int64? = nil, isSighted: Bool = true, validUntil: JalaliDay? = nil
  ) throws {
    let filed = try documents.known(object)
    let row = row ?? Int64(filed.count) + 1
    let paper = DocumentFacts(
      id: ID(row), kind: kind, isSighted: isSighted, issued: nil, validUntil: validUntil, code: "DC-27-1405-\(Int(row).padded(to: 4))")
    documents.set(filed + [paper], to: object)
  }

  public func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts] { try documents(object) }
}

/// Nobody was asked anything.
public final class EnquiriesStandIn: StandIn, EnquiriesContract {
  /// By the object they were made for, newest first.
  public let enquiries = Answers<String, [EnquiryFacts]> { _ in [] }

  public init() {}

  public var declaration: Module {
    Module(
      "enquiries", "استعلام‌های آزمون", "enquiries of the test", availability: .always,
      provisions: [.provides((any EnquiriesContract).self, self)])
  }

  /// One more enquiry for an object.
  ///
  /// - Parameter isFavourable: nil when it waits for its answer.
  public func send(to agency: Agency, for object: String, isFavourable: Bool?, validUntil: JalaliDay? = nil) throws {
    let sent = try enquiries.known(object)
    let letter = EnquiryFacts(
      id: ID(Int64(sent.count) + 1), agency: agency, isAnswered: isFavourable != nil, isFavourable: isFavourable, validUntil: validUntil)
    enquiries.set([letter] + sent, to: object)
  }

  public func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts] { try enquiries(object) }
}

/// Keeps clocks and notices in rows, so that they come and go with the transaction that left them. Every deadline is
/// counted in calendar days; a second notice of a key is refused, so that a doubled reminder is seen.
public final class DeadlinesStandIn: StandIn, DeadlinesContract {
  public init() {}

  public var declaration: Module {
    Module(
      "deadlines", "مهلت‌های آزمون", "deadlines of the test", availability: .always, migrations: [DeadlinesStandIn.migration],
      records: [Clock.self, Notice.self], provisions: [.provides((any DeadlinesContract).self, self)])
  }

  private static let migration = Migration(
    "deadlines.stand-in",
    """
    CREATE TABLE deadlines_clock(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL, kind TEXT NOT NULL,
      object TEXT NOT NULL, due INTEGER NOT NULL, is_open INTEGER NOT NULL) STRICT;
    CREATE TABLE deadlines_notice(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, key TEXT NOT NULL UNIQUE,
      day INTEGER NOT NULL) STRICT
    """)

  struct Clock: ProvincialRecord {
    typealias Of = DeadlineEntity
    static let table = Table("deadlines_clock", reach: .province)
    var id = ID<DeadlineEntity>(0)
    var rev = 0
    var province: Province
    var kind: String
    var object: String
    var due: JalaliDay
    var isOpen = true
  }

  enum NoticeEntity: Entity {
    static let object = "deadlines.notice"
    static let texts = Texts("یادآوری", "notice")
  }

  struct Notice: Record {
    typealias Of = NoticeEntity
    static let table = Table("deadlines_notice", reach: .nation)
    var id = ID<NoticeEntity>(0)
    var rev = 0
    var key: String
    var day: JalaliDay
  }

  /// The business dates of all notices, in the order in which they were left.
  public func noticeDays(in store: TestStore) throws -> [JalaliDay] {
    try store.snapshot { try $0.all(Notice.self, "1 = 1 ORDER BY id").map(\.day) }
  }

  /// The last days of the clocks of a kind that run, in the order in which they were opened.
  public func lastDays(of kind: String, in store: TestStore) throws -> [JalaliDay] {
    try store.snapshot { try $0.all(Clock.self, "kind = ? AND is_open = 1 ORDER BY id", kind).map(\.due) }
  }

  public func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule, texts: Texts,
    roles: [Role], work: borrowing Transaction
  ) throws -> JalaliDay {
    try work.insert(Clock(province: province, kind: kind, object: object, due: from.adding(days: days))).due
  }

  public func meet(_ kind: String, for object: String, work: borrowing Transaction) throws {
    guard var clock = try work.first(Clock.self, "kind = ? AND object = ? AND is_open = 1", kind, object) else { return }
    clock.isOpen = false
    try work.update(clock)
  }

  public func extend(_ kind: String, for object: String, days: Int, work: borrowing Transaction) throws -> JalaliDay? {
    guard var clock = try work.first(Clock.self, "kind = ? AND object = ? AND is_open = 1", kind, object) else { return nil }
    clock.due = clock.due.adding(days: days)
    return try work.update(clock).due
  }

  public func due(_ kind: String, for object: String, evenMissed: Bool, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    try snapshot.first(Clock.self, "kind = ? AND object = ? AND is_open = 1", kind, object)?.due
  }

  public func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction
  ) throws { try work.insert(Notice(key: key, day: work.day)) }
}
