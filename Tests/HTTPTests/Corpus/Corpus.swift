import Foundation
import SharedData

enum Corpus {
  struct Request: Decodable, Equatable {
    let method: String
    let target: String
    let body_b64: String
  }

  fileprivate struct Line: Decodable {
    struct Rule: Decodable {
      let verdict: String?
      let requests_before_reject: Int?
      let requests: [Request]?
    }
    let id: String
    let raw_b64: String
    let source_verdict: String
    let rfc: Rule
  }

  struct Case {
    let id: String
    let octets: [UInt8]
    let verdict: String
    let requests: [Request]
    private let source: String
    private let beforeReject: Int

    fileprivate init?(_ line: Line) {
      guard let data = Data(base64Encoded: line.raw_b64) else { return nil }
      id = line.id
      octets = Array(data)
      source = line.source_verdict
      // The byte tables carry only their source's verdict, one request each.
      verdict = line.rfc.verdict ?? line.source_verdict
      requests = line.rfc.requests ?? []
      beforeReject = line.rfc.requests_before_reject ?? 0
    }

    /// An expectation that nobody knows may be 417.
    var isRefusedByChoice: Bool { source == "status:417" }

    func accepts(statuses: [Int], closed: Bool) -> Bool {
      let finals = statuses.filter { $0 >= 200 }
      let processed = finals.filter { $0 < 400 }
      if source == "status:100" { return statuses.contains(100) }
      if source == "status:not-100" { return !statuses.contains(100) }
      if source.hasPrefix("status:") { return true }
      switch verdict {
      case "reject": return processed.count <= beforeReject && closed
      case "close": return processed.count <= requests.count && closed
      case "accept":
        let needed = max(1, requests.count)
        return finals.count >= needed && !finals.prefix(needed).contains { $0 == 400 || $0 == 505 }
      // The unfinished request must wait; whole ones before it are answered.
      case "wait": return finals.count <= requests.count && !finals.contains { $0 >= 400 }
      default: return true
      }
    }
  }

  static let files = [
    "01-must-reject.jsonl", "01b-must-reject-only-because-no-host.jsonl", "02-must-reject-or-sanitise.jsonl",
    "03-should-reject.jsonl", "04-valid-must-parse.jsonl", "05-incomplete-must-wait-then-timeout.jsonl",
    "08-byte-tables.jsonl",
  ]

  private static let folder = "vectors/http-corpus"

  static var isPresent: Bool { SharedData.has(folder) }

  static func cases(_ file: String) throws -> [Case] {
    let decoder = JSONDecoder()
    return try SharedData.data(folder + "/" + file).split(separator: UInt8(ascii: "\n"))
      .compactMap { Case(try decoder.decode(Line.self, from: $0)) }
  }
}
