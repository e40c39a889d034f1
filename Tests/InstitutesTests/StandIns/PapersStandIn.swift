import Contracts
import Jalali
import Registry
import Store
import Values

/// Documents are whatever the test puts there.
struct DocumentsStandIn: FeatureModule, DocumentsDesk {
  static let manifest = Manifest("documents", "اسناد آزمون", "documents of the test", isSwitchable: false)
  var migrations: [Migration] {
    [
      Migration(
        "documents.test",
        """
        CREATE TABLE documents_paper(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, object TEXT NOT NULL,
          kind TEXT NOT NULL, is_sighted INTEGER NOT NULL, valid_until INTEGER) STRICT
        """)
    ]
  }
  var records: [any Record.Type] { [Paper.self] }
  var actions: [any Action.Type] { [Put.self] }

  init(_ kernel: Kernel) throws { try kernel.publish((any DocumentsDesk).self, self) }

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
    func perform(in work: borrowing UnitOfWork) throws -> Paper {
      try work.insert(Paper(object: object, kind: kind, isSighted: isSighted, validUntil: validUntil))
    }
  }

  func documents(of object: String, in look: borrowing Look) throws -> [DocumentFacts] {
    try look.all(Paper.self, "object = ?", object).map {
      DocumentFacts(id: $0.id, kind: $0.kind, isSighted: $0.isSighted, issued: nil, validUntil: $0.validUntil)
    }
  }
}

/// Enquiries are whatever the test puts there.
struct EnquiriesStandIn: FeatureModule, EnquiriesDesk {
  static let manifest = Manifest("enquiries", "استعلام‌های آزمون", "enquiries of the test", isSwitchable: false)
  var migrations: [Migration] {
    [
      Migration(
        "enquiries.test",
        """
        CREATE TABLE enquiries_letter(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, object TEXT NOT NULL,
          agency TEXT NOT NULL, is_favourable INTEGER, valid_until INTEGER) STRICT
        """)
    ]
  }
  var records: [any Record.Type] { [Letter.self] }
  var actions: [any Action.Type] { [Put.self] }

  init(_ kernel: Kernel) throws { try kernel.publish((any EnquiriesDesk).self, self) }

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
    func perform(in work: borrowing UnitOfWork) throws -> Letter {
      try work.insert(
        Letter(object: object, agency: agency, isFavourable: isFavourable, validUntil: validUntil))
    }
  }

  func enquiries(of object: String, in look: borrowing Look) throws -> [EnquiryFacts] {
    try look.all(Letter.self, "object = ? ORDER BY id DESC", object).map {
      EnquiryFacts(
        id: $0.id, agency: $0.agency, isAnswered: $0.isFavourable != nil, isFavourable: $0.isFavourable,
        validUntil: $0.validUntil)
    }
  }
}
