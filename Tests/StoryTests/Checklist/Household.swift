import Contracts
import Glibc
import HTTP
import Engine
import Feature
import Testing
import Values

@testable import Host

/// A served store with somebody in each post, signed in: province and county posts are held in Golestan.
final class Household {
  let served: ServedStore
  let document: Value
  let operations: [Operation]
  /// Secrets by role, as their owners chose them.
  private(set) var secrets: [String: String] = [:]
  private var tokens: [String: String] = [:]
  private var clients: [String: HTTPClient] = [:]

  static let national: Set<Role> = [.nationalAdmin, .nationalObserver, .auditor]

  /// - Parameter everybody: only one colleague, called `everybody`, who holds all posts.
  init(_ store: StoryStore, everybody: Bool = false) throws {
    served = try ServedStore(store)
    document = try served.document()
    operations = Operation.all(document)
    let admin = try store.admin()
    let counties = try admin.rows("regions.counties", [.init("province", "IR-27")])
    let county =
      try counties.first?["id"]
      ?? admin.perform("regions.add-county", .record(["province": "IR-27", "name": "شهر", "statisticalCode": "2701"]))["id"]
    // The second administrator of the nation comes last: up to then one hand gives every post.
    let all = Role.all.filter { $0 != .nationalAdmin } + [.nationalAdmin]
    let posts = everybody ? [("everybody", all)] : all.map { ($0.id, [$0]) }
    for (name, roles) in posts { try hire(name, roles, county, admin) }
  }

  private func hire(_ name: String, _ roles: [Role], _ county: Value?, _ admin: Caller) throws {
    let staff = try admin.perform(
      "accounts.create-staff", .record(["userName": .text("test.\(name)"), "fullName": .text("همکار \(name)")]))
    let number = try #require(staff["id"]?.integer)
    secrets[name] = try served.store.runtime.changeSecret(staff["oneTimeSecret"]?.string ?? "", of: number, channel: "story")
    for role in roles {
      try admin.perform(
        "accounts.assign-post",
        .record([
          "staff": staff["id"] ?? .null, "role": .text(role.id), "province": Household.national.contains(role) ? .null : "IR-27",
          "county": role == .countyOfficer ? county ?? .null : .null,
        ]))
    }
    if roles.contains(.facilitator) { try assign(staff["id"] ?? .null, admin) }
    try signIn(name)
  }

  /// Every group, so that a facilitator has something to see.
  private func assign(_ staff: Value, _ admin: Caller) throws {
    let house = try Caller(served.store.runtime, principal: .installer, channel: "story")
    for group in try admin.rows("groups.groups", [.init("province", "IR-27")]) {
      try house.perform("groups.assign-facilitator", .record(["group": group["id"] ?? .null, "facilitator": staff]))
    }
  }

  private func signIn(_ name: String) throws {
    tokens[name] = try #require(try served.signIn("test.\(name)", secrets[name] ?? "")["token"]?.string)
  }

  /// - Parameter who: the name of a role, `everybody`, or nil for nobody.
  func send(_ filling: Filling, _ method: String, as who: String?) throws -> HTTPClient.Response {
    try send(method, filling.target, headers: filling.headers, filling.body, as: who)
  }

  func send(_ method: String, _ target: String, _ body: Value? = nil, as who: String?) throws -> HTTPClient.Response {
    try send(
      method, target, headers: body == nil ? [] : [("Content-Type", "application/json")], body.map { JSONWriter.write($0) } ?? [],
      as: who)
  }

  func send(
    _ method: String, _ target: String, headers: [(String, String)], _ body: [UInt8] = [], as who: String?
  ) throws -> HTTPClient.Response {
    let client = clients[who ?? ""] ?? HTTPClient(host: "127.0.0.1", port: served.port, timeout: 30)
    clients[who ?? ""] = client
    func send() throws -> HTTPClient.Response {
      let session = who.map { [("Authorization", "Bearer \(tokens[$0] ?? "")")] } ?? []
      return try client.send(method: HTTPMethod(method), target: target, headers: headers + session, body: body)
    }
    var answer = try send()
    // Jobs that earlier requests began may fill somebody's places for a moment.
    for _ in 0..<300 where answer.status == 503 && answer.code == "busy" {
      usleep(100_000)
      answer = try send()
    }
    // The clock of the store moves with every look: a long day of requests outlives a session.
    guard let who, answer.status == 401, answer.code == "session.ended" else { return answer }
    try signIn(who)
    return try send()
  }

  /// The result of a job that a request began.
  func result(of begun: HTTPClient.Response, as who: String) throws -> HTTPClient.Response {
    let place = try #require(begun.header("location"), "\(begun.status) \(begun.text)")
    for _ in 0..<2_000 {
      let job = try send("GET", place, as: who)
      if try JSONReader.read(job.body)["endedAt"]?.string != nil { break }
      usleep(2_000)
    }
    return try send("GET", place + "/result", as: who)
  }
}

extension HTTPClient.Response {
  var text: String { String(decoding: body, as: UTF8.self) }
  /// The code of a problem; empty for anything else.
  var code: String { (try? JSONReader.read(body))?["code"]?.string ?? "" }
  /// `pointer code` of each fault.
  var faults: [String] {
    ((try? JSONReader.read(body))?["errors"]?.items ?? []).map { "\($0["pointer"]?.string ?? "") \($0["code"]?.string ?? "")" }
  }
}
