import Contracts
import Jalali
import Engine
import Feature
import Store
import Values

/// Documents are whatever the test puts there.
struct DocumentsStandIn: FeatureModule, DocumentsContract {
  static let module = Module(
    "documents", "اسناد آزمون", "documents of the test", availability: .always, migrations: migrations, records: records, actions: actions,
    provisions: [.provides((any DocumentsContract).self, DocumentsStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "documents.test",
        """
        CREATE TABLE documents_paper(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, object TEXT NOT NULL,
          kind TEXT NOT NULL, is_sighted INTEGER NOT NULL, valid_until INTEGER) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Paper.self] }
  static var actions: [any Action.Type] { [Put.self] }

  struct Paper: Record {
    typealias Of = DocumentEntity
    static let table = Table("documents_paper", reach: .nation)
    var id = ID<DocumentEntity>(0)
    var rev = 0
    var object: String
    var kind: String
    var isSighted: Bool
    var validUntil: JalaliDay?
  }

  struct Put: Action {
    var object: String
    var kind: String
    var isSighted: Bool
    var validUntil: JalaliDay?
    static let spec = Spec("documents.put", "سند", "Put", .post, "/documents", permission: .oneself)
    func perform(in work: borrowing Transaction) throws -> Paper {
      try work.insert(Paper(object: object, kind: kind, isSighted: isSighted, validUntil: validUntil))
    }
  }

  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts] {
    try snapshot.all(Paper.self, "object = ?", object).map {
      DocumentFacts(id: $0.id, kind: $0.kind, isSighted: $0.isSighted, issued: nil, validUntil: $0.validUntil, code: "DC-\($0.id.raw)")
    }
  }
}

/// Enquiries are whatever the test puts there.
struct EnquiriesStandIn: FeatureModule, EnquiriesContract {
  static let module = Module(
    "enquiries", "استعلام‌های آزمون", "enquiries of the test", availability: .always, migrations: migrations, records: records,
    actions: actions, provisions: [.provides((any EnquiriesContract).self, EnquiriesStandIn())])
  static var migrations: [Migration] {
    [
      Migration(
        "enquiries.test",
        """
        CREATE TABLE enquiries_letter(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, object TEXT NOT NULL,
          agency TEXT NOT NULL, is_favourable INTEGER, valid_until INTEGER) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Letter.self] }
  static var actions: [any Action.Type] { [Put.self] }

  struct Letter: Record {
    typealias Of = EnquiryEntity
    static let table = Table("enquiries_letter", reach: .nation)
    var id = ID<EnquiryEntity>(0)
    var rev = 0
    var object: String
    var agency: String
    var isFavourable: Bool?
    var validUntil: JalaliDay?
  }

  struct Put: Action {
    var object: String
    var agency: String
    var isFavourable: Bool?
    var validUntil: JalaliDay?
    static let spec = Spec("enquiries.put", "استعلام", "Put", .post, "/enquiries", permission: .oneself)
    func perform(in work: borrowing Transaction) throws -> Letter {
      try work.insert(
        Letter(object: object, agency: agency, isFavourable: isFavourable, validUntil: validUntil))
    }
  }

  func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts] {
    try snapshot.all(Letter.self, "object = ? ORDER BY id DESC", object).map {
      EnquiryFacts(
        id: $0.id, agency: Agency(rawValue: $0.agency) ?? .other, isAnswered: $0.isFavourable != nil, isFavourable: $0.isFavourable,
        validUntil: $0.validUntil)
    }
  }
}
