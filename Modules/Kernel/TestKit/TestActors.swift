public import Registry
import Store

extension Actor {
  /// Somebody with roles in one province (`IR-27`), or in the nation.
  ///
  /// - Parameter number: staff row; different numbers are different people.
  public static func test(_ roles: Role..., in province: String? = "IR-27", number: Int64 = 1) -> Actor {
    let scope = province.map { Scope.province($0) } ?? .nation
    return Actor(
      id: "u\(number)", staff: number, name: "test \(number)",
      grants: roles.map { Grant(role: $0.id, scope: scope) }, session: "s\(number)")
  }
}
