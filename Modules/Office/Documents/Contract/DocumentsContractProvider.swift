import Contracts
import Feature

struct DocumentsContractProvider: DocumentsContract {
  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts] {
    try snapshot.all(Document.self, "object = ? AND state IN ('filed','verified') ORDER BY id", object).map {
      DocumentFacts(
        id: $0.id, kind: $0.kind, isSighted: $0.sightedOn != nil, issued: $0.issued, validUntil: $0.validUntil,
        code: $0.code)
    }
  }
}
