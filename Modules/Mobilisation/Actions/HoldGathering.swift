import Contracts
import Feature

/// Records the volunteers' gathering: minutes and who was there. Only registered volunteers and key persons of the
/// neighbourhood count towards the quorum; others present are kept all the same.
struct HoldGathering: Action {
  var neighbourhood: Ref<NeighbourhoodEntity>
  var day: JalaliDay
  var place: String
  var minutes: Secret<String>
  var attendance: [Ref<PersonEntity>]

  static let spec = Spec(
    "mobilisation.hold-gathering", "ثبت گردهمایی داوطلبان", "Record a gathering", .post, "/mobilisation/gatherings",
    permission: .mobilisationWrite,
    fields: [
      "neighbourhood": ("محله", "the neighbourhood"), "day": ("روز گردهمایی", "the day"),
      "place": ("مکان", "the place"),
      "minutes": ("متن صورتجلسه", "text of the minutes"), "attendance": ("حاضران", "who was present"),
    ])

  func perform(in work: borrowing Transaction) throws -> GatheringFile {
    let neighbourhood = try work.neighbourhood(neighbourhood)
    var present: Set<ID<PersonEntity>> = []
    for reference in attendance { present.insert(try work.person(reference).id) }
    let counting = try entitled(in: neighbourhood.id, work.snapshot)
    let counted = present.count { counting.contains($0) }
    try work.require(
      GatheringQuorum.self, .init(heldOn: day, present: present.count, counted: counted), in: neighbourhood.province)
    let gathering = try work.insert(
      Gathering(
        province: neighbourhood.province, county: neighbourhood.county, neighbourhood: neighbourhood.id, day: day,
        place: try written(place, at: "/place"),
        minutes: Secret(try written(minutes.content, at: "/minutes", keepingLines: true)), present: present.count,
        counted: counted))
    for person in present.sorted() {
      try work.insert(
        Attendance(
          province: gathering.province, county: gathering.county, gathering: gathering.id, person: person,
          isCounted: counting.contains(person)))
    }
    return try GatheringFile(of: gathering, in: work.snapshot)
  }

  /// Volunteers who had consented by that day, and key persons.
  private func entitled(in place: ID<NeighbourhoodEntity>, _ snapshot: borrowing Snapshot) throws -> Set<ID<PersonEntity>> {
    let volunteers = try snapshot.all(Volunteer.self, "neighbourhood = ? AND consented_on <= ?", place, day).map(\.person)
    return Set(volunteers + (try snapshot.all(KeyPerson.self, "neighbourhood = ?", place).map(\.person)))
  }
}
