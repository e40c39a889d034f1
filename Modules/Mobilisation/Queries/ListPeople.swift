public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// Volunteers by number of person and place; their names are the people desk's.
public struct ListVolunteers: ListQuery {
  public var province: Province?
  public var neighbourhood: ID<NeighbourhoodEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var person: ID<PersonEntity>
    public var consentedOn: JalaliDay
  }

  public static let spec = Spec(
    "mobilisation.volunteers", "داوطلبان", "Volunteers", "/mobilisation/volunteers", permission: .mobilisationRead,
    fields: ["province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number")])

  public func selection() -> Selection {
    Selection(from: "mobilisation_volunteer t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
  }
}

public struct ListKeyPersons: ListQuery {
  public var province: Province?
  public var neighbourhood: ID<NeighbourhoodEntity>?
  public var kind: KeyPersonKind?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var province: Province
    public var neighbourhood: ID<NeighbourhoodEntity>
    public var person: ID<PersonEntity>
    public var kind: KeyPersonKind
    public var namedOn: JalaliDay
  }

  public static let spec = Spec(
    "mobilisation.key-persons", "افراد کلیدی", "Key persons", "/mobilisation/key-persons",
    permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "kind": ("نوع", "kind"),
    ])

  public func selection() -> Selection {
    Selection(from: "mobilisation_key_person t")
      .filter("t.province = ?", province)
      .filter("t.neighbourhood = ?", neighbourhood)
      .filter("t.kind = ?", kind)
  }
}
