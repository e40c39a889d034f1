import HTTP
import Jalali
import Persian
import Engine
import Feature
import Values

@testable import Host

/// A served store with staff in Golestan and, without any module, in Tehran; a child of twelve and a neighbourhood in each.
final class Town: Sendable {
  let served: ServedStore
  private let tokens: [String: String]

  init() throws {
    let store = try StoryStore(on: try Road.firstDay())
    served = try ServedStore(store)
    let admin = try store.admin()
    var secrets: [String: String] = [:]
    for (code, identity) in [("IR-27", "2110000015"), ("IR-23", "0076229645")] {
      let county = try admin.perform(
        "regions.add-county",
        .record(["province": .text(code), "name": "شهر", "statisticalCode": .text("\(code.suffix(2))01")]))
      let cast = try Cast(try Province(parsing: code), installer: admin, county: county["id"]?.integer ?? 0)
      for account in cast.secrets { secrets[account.user] = account.secret }
      let birth = code == "IR-27" ? "1392/01/01" : "1370/01/01"
      try cast.play(
        "prevention.officer", "people.register",
        [
          "nationalID": .text(identity), "firstName": "زهرا", "familyName": "محمدی", "fatherName": "علی",
          "birth": .text(birth), "isLiterate": true, "gender": "female", "consentedOn": "1404/03/01",
        ])
      try cast.play(
        "prevention.officer", "regions.add-neighbourhood",
        [
          "province": .text(code), "county": county["id"] ?? .null, "name": "محله", "setting": "urban",
          "isHarmProne": true,
        ])
    }
    var tokens: [String: String] = [:]
    tokens["expired"] = try served.signIn("golestan.facilitator", secrets["golestan.facilitator"] ?? "")["token"]?.string
    tokens["stranger"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    store.clock.move(to: try Road.firstDay().adding(days: 1))
    for user in ["golestan.prevention.officer", "golestan.facilitator", "tehran.prevention.officer"] {
      tokens[user] = try served.signIn(user, secrets[user] ?? "")["token"]?.string
    }
    self.tokens = tokens
  }

  func send(_ wrong: Wrong) throws -> HTTPClient.Response {
    var headers = [("Content-Type", wrong.type)]
    if let user = wrong.user { headers.append(("Authorization", "Bearer \(tokens[user] ?? "")")) }
    return try HTTPClient(host: "127.0.0.1", port: served.port).send(
      method: HTTPMethod(wrong.method), target: "/api/v1\(wrong.path)", headers: headers, body: Array(wrong.body.utf8))
  }

  func snapshot() throws -> Snapshot {
    try Snapshot(served.store.runtime.folder, served.store.runtime.registry, exactly: true)
  }
}
