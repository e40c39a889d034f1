import Contracts
import Feature

enum SchemeEndEntity: Entity {
  static let object = "mobilisation.scheme-end"
  static let prefix: String? = "SE"
  static let texts = Texts("پایان طرح در محله", "end of a scheme")
}

/// The last day of a clinic's scheme in its target neighbourhood. The clinic's row keeps what was chosen; from the day after, the
/// neighbourhood is free for another scheme and counts for none.
struct SchemeEnd: ProvincialRecord {
  typealias Of = SchemeEndEntity
  static let table = Table("mobilisation_scheme_end", reach: .province, seenWith: ["clinic"])

  var id = ID<SchemeEndEntity>(0)
  var rev = 0
  var province: Province
  var clinic: ID<ClinicEntity>
  /// Still a day of the scheme.
  var endedOn: JalaliDay
  var reason: String

  static func of(_ clinic: ID<ClinicEntity>, in snapshot: borrowing Snapshot) throws -> SchemeEnd? {
    try snapshot.first(SchemeEnd.self, "clinic = ?", clinic)
  }
}
