public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A paper filed for something. The row and the ledger carry its digest; the bytes lie beside, sealed.
public struct Document: CountyRecord, CodedRecord {
  public typealias Of = DocumentEntity
  public static let table = Table("documents_document", reach: .county)

  public var id = ID<DocumentEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  /// As in the ledger, `institutes.institute/12`.
  public var object: String
  /// Such as `statute` or `minutes`; the asking module names its kinds.
  public var kind: String
  public var title: Personal<String>
  public var fileName: Personal<String>
  public var mediaType: MediaType
  /// Bytes of the file.
  public var size: Int
  /// SHA-256 of the file, hexadecimal.
  public var sha256: String
  public var content: ID<ContentEntity>
  public var issued: JalaliDay?
  public var validUntil: JalaliDay?
  public var state: DocumentState
  public var filedOn: JalaliDay
  /// Who saw the original, as the ledger calls them.
  public var sightedBy: String?
  public var sightedOn: JalaliDay?
  public var verifiedBy: String?
  public var verifiedOn: JalaliDay?
  public var rejection: Personal<String>?
  public var supersededBy: ID<DocumentEntity>?
}

public enum DocumentState: String, Choice {
  case filed, verified, rejected, superseded

  public var texts: Texts {
    switch self {
    case .filed: Texts("بایگانی‌شده", "filed")
    case .verified: Texts("تأییدشده", "verified")
    case .rejected: Texts("ردشده", "rejected")
    case .superseded: Texts("جایگزین‌شده", "superseded")
    }
  }
}
