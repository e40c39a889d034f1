import Contracts
import Feature

/// Files a paper for something; decoding and hashing happen beside the writer.
struct FileDocument: PreparedAction {
  var object: String
  var kind: String
  var title: Personal<String>
  var fileName: Personal<String>
  var content: FileContent
  var issued: JalaliDay?
  var validUntil: JalaliDay?
  var province: Province?
  private var file: CheckedFile?

  private enum CodingKeys: CodingKey { case object, kind, title, fileName, content, issued, validUntil, province }

  static let spec = Spec(
    "documents.file", "بایگانی سند", "File a document", .post, "/documents", permission: .documentsFile,
    fields: [
      "object": (
        "موضوع: نام یا کد، مانند institutes.institute/12", "for what: a name or code, such as institutes.institute/12"
      ),
      "kind": ("نوع سند، مانند statute", "kind, such as statute"), "title": ("عنوان", "title"),
      "fileName": ("نام پرونده", "file name"),
      "content": ("محتوا به base64، تا ۱۶ مبی‌بایت", "content as base64, up to 16 MiB"),
      "issued": ("تاریخ صدور", "day of issue"), "validUntil": ("پایان اعتبار", "valid until"),
      "province": ("استان؛ تنها اگر موضوع استانی ندارد", "province; only where the object has none"),
    ], examples: ["object": "GR-27-1403-0001", "content": "JVBERi0xLjQK"],
    // 16 MiB as base64 in JSON.
    bodyLimit: 24 << 20)

  mutating func prepare(in snapshot: borrowing Snapshot) throws { file = try CheckedFile(content) }

  func perform(in work: borrowing Transaction) throws -> Document {
    let file = try file ?? CheckedFile(content)
    let subject = try work.object(named: object)
    guard let place = subject.province ?? province ?? work.home else {
      throw Refusal.input("/province", "field.required", Texts("استان را بنویسید.", "Name the province."))
    }
    let name = try FileName(fileName.content)
    try work.require(
      DocumentForm.self,
      .init(
        size: file.size, type: file.type, nameAgrees: file.type?.endings.contains(name.ending) ?? false, issued: issued,
        validUntil: validUntil), in: place)
    guard let type = file.type else { throw Refusal.notFound(ContentEntity.self) }
    return try work.insert(
      Document(
        province: place, county: subject.county, object: ThingName(subject.name), kind: try checkedKind(),
        title: try checkedTitle(), fileName: Personal(name.text), mediaType: type, size: file.size, sha256: file.sha256,
        content: try keep(file, work), issued: issued, validUntil: validUntil, state: .filed, filedOn: work.day))
  }

  /// The same bytes are kept once.
  private func keep(_ file: CheckedFile, _ work: borrowing Transaction) throws -> ID<ContentEntity> {
    let known = try work.rows("SELECT id FROM documents_content WHERE sha256 = ?", file.sha256).first?.first?.integer
    if let known { return ID(known) }
    return try work.insert(StoredContent(sha256: file.sha256, content: Secret(content))).id
  }

  private func checkedKind() throws -> String {
    let isWord = kind.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D }
    guard isWord, (1...40).contains(kind.utf8.count) else {
      throw Refusal.input(
        "/kind", "documents.kind",
        Texts("نوع، واژه‌ای لاتین است مانند minutes.", "A kind must be a Latin word such as minutes."))
    }
    return kind
  }

  private func checkedTitle() throws -> Personal<String> {
    let stored = PersianText.stored(title.content)
    guard (1...200).contains(stored.unicodeScalars.count) else {
      throw Refusal.input(
        "/title", "documents.title", Texts("عنوان باید ۱ تا ۲۰۰ نویسه باشد.", "A title must have 1 to 200 characters."))
    }
    return Personal(stored)
  }
}

/// Puts a newer paper of the same object and kind in an older one's place; the older stays readable.
struct SupersedeDocument: Action {
  var document: Ref<DocumentEntity>
  var by: Ref<DocumentEntity>
  var reason: String

  static let spec = Spec(
    "documents.supersede", "جایگزینی سند", "Supersede a document", .post, "/documents/{document}/supersede",
    permission: .documentsFile, weight: .serious,
    fields: [
      "document": ("سند پیشین", "the older document"), "by": ("سند تازه", "the newer one"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    let newer = try work.require(Document.self, by)
    let stands = newer.state == .filed || newer.state == .verified
    let fits = stands && newer.id != row.id && newer.object == row.object && newer.kind == row.kind
    try work.move(&row, by: .supersede)
    try work.require(
      DocumentStep.self, .init(move: .supersede, isSighted: row.sightedOn != nil, successorFits: fits), in: row.province)
    work.setReason(reason)
    row.supersededBy = newer.id
    return try work.update(row)
  }
}
