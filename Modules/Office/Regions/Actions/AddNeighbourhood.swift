import Contracts
import Feature

/// Records a neighbourhood or another setting in which groups may form.
struct AddNeighbourhood: Action {
  var province: Province
  var county: Ref<CountyEntity>?
  var name: String
  var setting: Setting
  var isHarmProne: Bool?
  var isInformalSettlement: Bool?

  static let spec = Spec(
    "regions.add-neighbourhood", "افزودن محله", "Add a neighbourhood", .post, "/regions/neighbourhoods",
    permission: .regionsWrite,
    fields: [
      "province": ("استان", "province"), "county": ("شهرستان", "county"), "name": ("نام محله", "its name"),
      "setting": ("نوع محیط", "kind of setting (S0)"), "isHarmProne": ("آسیب‌خیز است", "harm-prone (S1)"),
      "isInformalSettlement": ("حاشیه‌نشین است", "informal settlement (S1)"),
    ])

  func perform(in work: borrowing Transaction) throws -> Neighbourhood {
    let place = try county.map { try work.require(County.self, $0) }
    if let place, place.province != province {
      throw Refusal.input(
        "/county", "regions.county-elsewhere", Texts("این شهرستان در استان دیگری است.", "This county lies in another province."))
    }
    return try work.insert(
      Neighbourhood(
        province: province, county: place?.id, name: PersianText.stored(name), nameKey: KeyText(PersianText.nameKey(name)),
        sortKey: KeyBytes(PersianText.sortKey(name)), setting: setting, isHarmProne: isHarmProne ?? false,
        isInformalSettlement: isInformalSettlement ?? false))
  }
}
