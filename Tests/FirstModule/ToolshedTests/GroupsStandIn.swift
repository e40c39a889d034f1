import Contracts
import Feature

/// Two groups of Golestan: number 1 is active, every other one is not.
struct GroupsStandIn: FeatureModule, GroupsContract {
  static let module = Module("groups", "گروه‌ها", "Groups", provisions: [.provides((any GroupsContract).self, GroupsStandIn())])

  func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts {
    guard case .row(let row) = reference else { throw Refusal.notFound(GroupEntity.texts) }
    return GroupFacts(
      id: ID(row), code: "GR-27-1405-000\(row)", name: "باغ پلنگ", province: try Province(parsing: "IR-27"), county: nil,
      neighbourhood: ID(1), state: row == 1 ? .active : .forming, requestedOn: try JalaliDay(1404, 7, 1), members: [])
  }

  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws {}

  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>] { [] }
}
