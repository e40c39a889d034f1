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

struct ShowKeyPerson: Query {
  var keyPerson: Ref<KeyPersonEntity>

  static let spec = Spec(
    "mobilisation.key-person", "یک فرد کلیدی", "One key person", "/mobilisation/key-persons/{keyPerson}",
    permission: .mobilisationRead,
    fields: ["keyPerson": ("شمارهٔ فرد کلیدی", "the key person's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> KeyPerson { try snapshot.require(KeyPerson.self, keyPerson) }
}

struct ShowVolunteer: Query {
  var volunteer: Ref<VolunteerEntity>

  static let spec = Spec(
    "mobilisation.volunteer", "یک داوطلب", "One volunteer", "/mobilisation/volunteers/{volunteer}",
    permission: .mobilisationRead,
    fields: ["volunteer": ("شمارهٔ داوطلب", "the volunteer's number")])

  func answer(in snapshot: borrowing Snapshot) throws -> Volunteer { try snapshot.require(Volunteer.self, volunteer) }
}
