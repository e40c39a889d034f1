import Contracts
import Feature

/// Volunteers by number of person and place; their names are the people desk's.
struct ListVolunteers: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?

  struct Item: Codable, Sendable {
    var id: ID<VolunteerEntity>
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var person: ID<PersonEntity>
    var consentedOn: JalaliDay
  }

  static let spec = Spec(
    "mobilisation.volunteers", "داوطلبان", "Volunteers", "/mobilisation/volunteers", permission: .mobilisationRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number")])

  func selection() -> Selection {
    Selection(from: "mobilisation_volunteer t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
  }
}

struct ListKeyPersons: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var kind: KeyPersonKind?

  struct Item: Codable, Sendable {
    var id: ID<KeyPersonEntity>
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var person: ID<PersonEntity>
    var kind: KeyPersonKind
    var namedOn: JalaliDay
  }

  static let spec = Spec(
    "mobilisation.key-persons", "افراد کلیدی", "Key persons", "/mobilisation/key-persons",
    permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "kind": ("نوع", "kind"),
    ])

  func selection() -> Selection {
    Selection(from: "mobilisation_key_person t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.kind = ?", kind)
  }
}
