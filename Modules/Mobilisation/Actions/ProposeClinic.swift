import Contracts
import Feature

/// Proposes a social-work clinic, with what is known of S2's three criteria.
struct ProposeClinic: Action {
  var name: String
  var province: Province
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var canOpenBase: Bool
  var placeEvidence: String
  var isWilling: Bool
  var willingnessEvidence: String
  var hasGoodRecord: Bool
  var recordEvidence: String

  static let spec = Spec(
    "mobilisation.propose-clinic", "پیشنهاد کلینیک مددکاری", "Propose a clinic", .post, "/mobilisation/clinics",
    permission: .mobilisationPropose,
    fields: [
      "name": ("نام کلینیک", "the clinic's name"), "province": ("استان", "province"),
      "neighbourhood": ("محله‌ای که کلینیک در آن قرار دارد", "the neighbourhood it stands in"),
      "canOpenBase": ("می‌تواند در محلهٔ هدف پایگاه بسازد", "can open a base in the target neighbourhood"),
      "placeEvidence": ("مستند محل یا توان ایجاد پایگاه", "evidence of place or of being able to open a base"),
      "isWilling": ("مایل به همکاری است", "is willing to take part"),
      "willingnessEvidence": ("مستند تمایل", "evidence of willingness"),
      "hasGoodRecord": ("سابقهٔ همکاری موفق دارد", "has co-operated well before"),
      "recordEvidence": ("مستند سابقه", "evidence of the record"),
    ])

  func perform(in work: borrowing Transaction) throws -> Clinic {
    let place = try neighbourhood.map { try work.neighbourhood($0) }
    if let place, place.province != province {
      throw Refusal.input(
        "/neighbourhood", "mobilisation.elsewhere",
        Texts("این محله در استان دیگری است.", "This neighbourhood lies in another province."))
    }
    let name = try written(name, at: "/name")
    return try work.insert(
      Clinic(
        province: province, name: name, nameKey: KeyText(PersianText.nameKey(name)), neighbourhood: place?.id,
        canOpenBase: canOpenBase, placeEvidence: try written(placeEvidence, at: "/placeEvidence"), isWilling: isWilling,
        willingnessEvidence: try written(willingnessEvidence, at: "/willingnessEvidence"), hasGoodRecord: hasGoodRecord,
        recordEvidence: try written(recordEvidence, at: "/recordEvidence"), state: .proposed))
  }
}
