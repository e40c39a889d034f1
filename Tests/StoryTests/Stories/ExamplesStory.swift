import Contracts
import HTTP
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Host

/// Whatever the OpenAPI document gives as an example is sent, each optional one by itself too: it must be readable, and
/// the answer one that the document names.
@Suite struct `The examples of the document` {
  private let household: Household

  init() throws { household = try Household(StoryStore(on: try Road.firstDay()), everybody: true) }

  @Test func `are readable, and answered as the document says`() throws {
    var sent = 0
    var answered: [Int: Int] = [:]
    for path in household.document["paths"]?.members ?? [] where path.name != "/api/v1/session" {
      for (method, operation) in path.value.members.map({ ($0.name.uppercased(), $0.value) }) {
        let identity = operation["operationId"]?.string ?? ""
        let known = Set(operation["responses"]?.members.compactMap { Int($0.name) } ?? [])
        for filling in Filling.all(path.name, operation) {
          let answer = try household.send(filling, method, as: "everybody")
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
    #expect(household.served.faults.all.isEmpty, "\(household.served.faults.all.prefix(3))")
  }

  @Test func `stand at every required parameter and every body`() {
    for path in household.document["paths"]?.members ?? [] {
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
