import Contracts
import HTTP
import Jalali
import Engine
import Feature
import Testing
import Values

@testable import Host

/// Whatever the OpenAPI document gives as an example is sent, each optional one by itself too: it must be readable, and
/// the answer one that the document names.
@Suite struct `The examples of the document` {
  private let served: ServedStore
  private let client: HTTPClient
  private let token: String
  private let document: Value

  init() throws {
    let store = try StoryStore(on: try Road.firstDay())
    served = try ServedStore(store)
    client = HTTPClient(host: "127.0.0.1", port: served.port, timeout: 30)
    let admin = try store.admin()
    let staff = try admin.perform("accounts.create-staff", .record(["userName": "examples", "fullName": "نمونه‌ها"]))
    let county = try admin.perform(
      "regions.add-county", .record(["province": "IR-27", "name": "شهر", "statisticalCode": "2701"]))
    for role in Role.all {
      let isNational = [Role.nationalAdmin, .nationalObserver, .auditor].contains(role)
      _ = try admin.perform(
        "accounts.assign-post",
        .record([
          "staff": staff["id"] ?? .null, "role": .text(role.id), "province": isNational ? .null : "IR-27",
          "county": role == .countyOfficer ? county["id"] ?? .null : .null,
        ]))
    }
    let body = JSONWriter.write(.record(["user": "examples", "password": staff["oneTimeSecret"] ?? .null]))
    let opened = try client.send(
      method: .post, target: "/api/v1/session", headers: [("Content-Type", "application/json")], body: body)
    token = try JSONReader.read(opened.body)["token"]?.string ?? ""
    document = try served.document()
  }

  @Test func `are readable, and answered as the document says`() throws {
    var sent = 0
    var answered: [Int: Int] = [:]
    for path in document["paths"]?.members ?? [] where path.name != "/api/v1/session" {
      for (method, operation) in path.value.members.map({ ($0.name.uppercased(), $0.value) }) {
        let identity = operation["operationId"]?.string ?? ""
        let known = Set(operation["responses"]?.members.compactMap { Int($0.name) } ?? [])
        for filling in Filling.all(path.name, operation) {
          let answer = try client.send(
            method: HTTPMethod(method), target: filling.target, headers: filling.headers + [("Authorization", "Bearer \(token)")],
            body: filling.body)
          let text = String(decoding: answer.body, as: UTF8.self).prefix(300)
          #expect(known.contains(answer.status), "\(identity) \(filling.target): \(answer.status) \(text)")
          #expect(![400, 401, 403, 415, 428].contains(answer.status), "\(identity) \(filling.target): \(answer.status) \(text)")
          #expect(answer.status < 500, "\(identity): \(answer.status) \(text)")
          sent += 1
          answered[answer.status / 100, default: 0] += 1
        }
      }
    }
    #expect(sent > 300 && (answered[2] ?? 0) > 100, "\(sent): \(answered)")
    #expect(served.faults.all.isEmpty, "\(served.faults.all.prefix(3))")
  }

  @Test func `stand at every required parameter and every body`() {
    for path in document["paths"]?.members ?? [] {
      for operation in path.value.members.map(\.value) {
        let identity = operation["operationId"]?.string ?? ""
        for parameter in operation["parameters"]?.items ?? [] where parameter["required"] == true {
          #expect(parameter["example"] != nil || parameter["schema"]?["examples"] != nil, "\(identity) \(parameter)")
        }
        for content in operation["requestBody"]?["content"]?.members ?? [] {
          #expect(content.value["example"] != nil, "\(identity)")
        }
      }
    }
  }
}
