import Contracts
import Feature

struct AccountsContractProvider: AccountsContract {
  func colleague(
    _ reference: Ref<StaffEntity>, holding role: Role, in province: Province, county: ID<CountyEntity>?, on day: JalaliDay,
    _ snapshot: borrowing Snapshot
  ) throws -> StaffFacts {
    let row = try snapshot.require(Staff.self, reference)
    let posts = try snapshot.count(
      """
      SELECT count(*) FROM accounts_post p
      WHERE p.staff = ?1 AND p.role = ?2 AND p.province = ?3 AND (p.county IS NULL OR p.county = ?4)
        AND p.valid_from <= ?5 AND (p.valid_until IS NULL OR p.valid_until >= ?5)
        AND NOT EXISTS (SELECT 1 FROM accounts_post_confirmation c WHERE c.post = p.id AND c.state <> 'confirmed')
      """, row.id, role.id, province, county.map { $0.raw } ?? 0, day)
    return StaffFacts(id: row.id, holdsPost: posts > 0 && !row.isDisabled)
  }
}
