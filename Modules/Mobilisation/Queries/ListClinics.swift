public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListClinics: ListQuery {
  public var province: Province?
  public var state: ClinicState?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var name: String
    public var state: ClinicState
    public var neighbourhood: ID<NeighbourhoodEntity>?
    public var selectedOn: JalaliDay?
    public var choiceDue: JalaliDay?
    public var target: ID<NeighbourhoodEntity>?
    public var rejectionReason: String?
  }

  public static let spec = Spec(
    "mobilisation.clinics", "کلینیک‌ها", "Clinics", "/mobilisation/clinics", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "state": ("حالت", "state"), "search": ("جست‌وجو در نام", "search in names"),
    ])

  public func selection() -> Selection {
    Selection(from: "mobilisation_clinic t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .search("t.name_key", search.map(PersianText.nameKey))
  }
}
