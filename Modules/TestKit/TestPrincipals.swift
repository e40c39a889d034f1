public import Feature
import Engine
import Store

extension Principal {
  /// Somebody with roles in one province (`IR-27`), or in the nation.
  ///
  /// - Parameter number: staff row; different numbers are different people.
  public static func test(_ roles: Role..., in province: String? = "IR-27", number: Int64 = 1) -> Principal {
    let scope = province.map { Scope.province($0) } ?? .nation
    return Principal(
      id: "u\(number)", staff: number, name: "test \(number)",
      grants: roles.map { Grant(role: $0.id, scope: scope) }, session: "s\(number)")
  }
}
