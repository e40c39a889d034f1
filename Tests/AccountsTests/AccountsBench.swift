@testable import Accounts
import Contracts
@testable import Regions
import Engine
import Feature
import Store
import TestKit
import Values

/// A store with the accounts desk, and people who sign in with real passwords.
struct AccountsBench {
  let store: TestStore
  let nation = Principal.test(.nationalAdmin, in: nil, number: 901)
  let golestan = Principal.test(.provincialAdmin, in: "IR-27", number: 902)
  let kurdistan = Principal.test(.provincialAdmin, in: "IR-12", number: 903)

  /// County 1 lies in Kurdistan, 2 in Golestan.
  init() throws {
    store = try TestStore([RegionsModule.self, AccountsModule.self, TestConfiguration.self])
    for province: Value in ["IR-12", "IR-27"] {
      try store.run("regions.add-county", .record(["province": province, "name": "آزمون"]), as: nation)
    }
  }

  /// With one prevention officer of Golestan, and that officer's one-time password.
  static func withOfficer() throws -> (bench: AccountsBench, password: Value) {
    let bench = try AccountsBench()
    let password = try bench.create()
    try bench.assign()
    return (bench, password)
  }

  /// - Returns: the one-time password.
  @discardableResult
  func create(_ name: Value = "m.rezaei", in province: Value = "IR-27", as principal: Principal? = nil) throws -> Value {
    let input = Value.record(["userName": name, "fullName": "مریم رضایی", "province": province])
    return try store.run("accounts.create-staff", input, as: principal ?? nation)["oneTimeSecret"] ?? .null
  }

  @discardableResult
  func assign(
    _ role: Value = "prevention.officer", to staff: Value = 1, in province: Value = "IR-27", county: Value = .null,
    from: Value = .null, until: Value = .null, as principal: Principal? = nil
  ) throws -> Value {
    try store.run(
      "accounts.assign-post",
      .record(["staff": staff, "role": role, "province": province, "county": county, "from": from, "until": until]),
      as: principal ?? nation)
  }

  /// Somebody changes the secret that they were given, as everybody does first.
  ///
  /// - Returns: the new one.
  @discardableResult
  func change(_ secret: Value, of user: Value) throws -> Value {
    let own: Value = "nardeban-e abi 47 pelleh"
    try store.run("accounts.set-password", .record(["old": secret, "new": own]), as: try identify(try login(user, secret)))
    return own
  }

  /// - Returns: the token.
  func login(_ user: Value = "m.rezaei", _ password: Value, from host: String = "test") throws -> String {
    try store.run("accounts.login", .record(["user": user, "password": password]), as: .nobody, from: host)["token"]?.string ?? ""
  }

  func identify(_ token: String) throws -> Principal {
    try store.runtime.identify(token, reader: try store.runtime.openReader())
  }

  /// - Returns: the codes with which a call is refused; empty when it is not.
  func refusal(_ body: () throws -> Any) throws -> [String] {
    guard let refusal = try refused(body) else { return [] }
    return refusal.faults.isEmpty || refusal.kind == .conflict ? [refusal.code] : refusal.faults.map { $0.pointer + $0.code }
  }

  /// Every entry of the ledger, as it is hashed.
  func leaves() throws -> [String] { try store.path.leaves().map { String(decoding: $0, as: UTF8.self) } }
}
