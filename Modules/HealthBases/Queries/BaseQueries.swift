import Contracts
import Feature

struct ListBases: ListQuery {
  var province: Province?
  var state: BaseState?
  var institute: Ref<InstituteEntity>?

  struct Item: Codable, Sendable {
    var id: ID<HealthBaseEntity>
    var code: String
    var province: Province
    var name: String
    var institute: ID<InstituteEntity>
    var neighbourhood: ID<NeighbourhoodEntity>
    var state: BaseState
    var admittedOn: JalaliDay?
    /// The agreement in force.
    var agreement: Code<AgreementEntity>?
  }

  static let spec = Spec(
    "healthbases.bases", "پایگاه‌ها", "Bases", "/health-bases", permission: .healthbasesRead,
    fields: ["province": ("استان", "province"), "state": ("حالت", "state"), "institute": ("ردیف مؤسسه", "row of the institute")],
    verb: "list")

  func selection() -> Selection {
    Selection(
      from: """
        healthbases_base t LEFT JOIN healthbases_agreement a ON a.base = t.id AND a.state IN ('active','suspended')
        """
    )
    .filter("t.province = ?", province)
    .filter("t.state = ?", state)
    .refer(institute, "t.institute = ?")
    .column("agreement", "a.code")
  }
}

/// One base with its agreements, the newest first.
struct ShowBase: Query {
  var base: Ref<HealthBaseEntity>

  struct Output: Codable, Sendable {
    var base: HealthBase
    var agreements: [Agreement]
  }

  static let spec = Spec(
    "healthbases.show", "یک پایگاه", "One base", "/health-bases/{base}", permission: .healthbasesRead,
    fields: ["base": ("پایگاه", "the base")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(HealthBase.self, base)
    return Output(base: row, agreements: try snapshot.all(Agreement.self, "base = ? ORDER BY id DESC", row.id))
  }
}
