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
