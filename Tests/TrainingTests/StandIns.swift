import Contracts
import Jalali
import Persian
import Engine
import Feature
import Values

/// People 1…99 live in Golestan, others in Kurdistan.
struct PeopleStandIn: FeatureModule, PeopleContract {
  static let module = Module(
    "people", "اشخاص", "People", availability: .always, provisions: [.provides((any PeopleContract).self, PeopleStandIn())])

  func person(_ reference: Ref<PersonEntity>, in snapshot: borrowing Snapshot) throws -> PersonFacts {
    guard case .row(let row) = reference, row <= 200, let province = Province(number: row < 100 ? 27 : 12),
      snapshot.home == nil || snapshot.home == province
    else { throw Refusal.notFound(PersonEntity.texts) }
    return PersonFacts(
      id: ID(row), code: "PE-\(row)", province: province, name: "شخص \(row)", birth: try JalaliDay(1370, 1, 1),
      isLiterate: true)
  }
}

/// Person 5 has a sighted proof of membership, person 6 one that nobody sighted and that has expired.
struct DocumentsStandIn: FeatureModule, DocumentsContract {
  static let module = Module(
    "documents", "اسناد", "Documents", availability: .always, provisions: [.provides((any DocumentsContract).self, DocumentsStandIn())])

  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts] {
    switch object {
    case "people.person/5":
      [
        DocumentFacts(
          id: ID(50), kind: "ngoMembership", isSighted: true, issued: nil, validUntil: nil, code: "DC-27-1405-0050")
      ]
    case "people.person/6":
      [
        DocumentFacts(
          id: ID(60), kind: "ngoMembership", isSighted: false, issued: nil, validUntil: try JalaliDay(1404, 1, 1),
          code: "DC-27-1404-0060")
      ]
    default: []
    }
  }
}
