import Contracts
public import Registry
public import Rules
public import Store

/// The documents desk: papers filed for anything in the house, sighted, verified, rejected, superseded.
public struct DocumentsModule: FeatureModule {
  public static let manifest = Manifest("documents", "اسناد", "Documents", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any DocumentsDesk).self, DocumentsAnswers()) }

  public var migrations: [Migration] { [DocumentsSchema.tables] }
  public var records: [any Record.Type] { [Document.self, StoredContent.self] }
  public var rules: [any Rule.Type] { [DocumentForm.self, DocumentStep.self] }
  public var actions: [any Action.Type] {
    [FileDocument.self, SightDocument.self, VerifyDocument.self, RejectDocument.self, SupersedeDocument.self]
  }
  public var queries: [any Query.Type] { [ShowDocument.self, ReadContent.self] }
  public var lists: [any ListQuery.Type] { [ListDocuments.self] }
}
