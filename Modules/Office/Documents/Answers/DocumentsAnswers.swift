import Contracts
import Registry
import Values

struct DocumentsAnswers: DocumentsDesk {
  func documents(of object: String, in look: borrowing Look) throws -> [DocumentFacts] {
    try look.all(Document.self, "object = ? AND state IN ('filed','verified') ORDER BY id", object).map {
      DocumentFacts(
        id: $0.id, kind: $0.kind, isSighted: $0.sightedOn != nil, issued: $0.issued, validUntil: $0.validUntil,
        code: $0.code)
    }
  }
}
