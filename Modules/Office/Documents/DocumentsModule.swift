import Contracts
public import Feature

/// The documents desk: papers filed for anything in the house, sighted, verified, rejected, superseded.
public enum DocumentsModule: FeatureModule {
  public static let module = Module(
    "documents", "اسناد", "Documents", after: ["regions"],
    availability: .always,
    words: words,
    migrations: [DocumentsSchema.tables, DocumentsSchema.states],
    records: [Document.self, StoredContent.self],
    rules: [DocumentForm.self, DocumentLifecycle.self, DocumentStep.self],
    actions: [
      FileDocument.self, SightDocument.self, VerifyDocument.self, RejectDocument.self, SupersedeDocument.self,
    ],
    queries: [ShowDocument.self, ReadContent.self],
    lists: [ListDocuments.self],
    provisions: [.provides((any DocumentsContract).self, DocumentsContractProvider())])
}
