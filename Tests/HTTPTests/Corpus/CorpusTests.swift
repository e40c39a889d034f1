import Foundation
import Glibc
import Testing

@testable import HTTP

/// The request corpus that others wrote, replayed over loopback. It does not belong to the product and lies beside
/// it; where it is absent these tests are reported as skipped.
@Suite(.enabled(if: Corpus.isPresent, "the request corpus is not present"))
struct CorpusTests {
  @Test(arguments: Corpus.files)
  func `every request of the corpus gets the verdict that it should`(file: String) throws {
    let cases = try Corpus.cases(file)
    #expect(!cases.isEmpty)
    try withServer(corpusLimits) { server throws in
      var peers: [(Corpus.Case, RawPeer)] = []
      for example in cases {
        let peer = try RawPeer(server, timeout: example.verdict.hasPrefix("wait") ? 0.01 : 20)
        try peer.write(example.octets)
        peers.append((example, peer))
      }
      // What must wait is given time to be answered wrongly.
      usleep(300_000)
      for (example, peer) in peers {
        var closed = false
        if example.verdict == "accept" {
          peer.read(answers: max(1, example.requests.count))
        } else {
          closed = peer.readToEnd()
        }
        let isRight = example.accepts(statuses: peer.statuses, closed: closed)
        #expect(isRight, "\(example.id): \(peer.statuses)")
      }
    }
  }

  private var corpusLimits: HTTPLimits {
    var limits = HTTPLimits()
    limits.connectionsPerAddress = 1_000
    limits.headSeconds = 60
    return limits
  }

  @Test(arguments: [1, 3, 64, Int.max])
  func `valid requests give the same method, target and body, however they arrive`(step: Int) throws {
    for example in try Corpus.cases("04-valid-must-parse.jsonl") where !example.isRefusedByChoice {
      let parsed = Parsed(example.octets, step: step)
      #expect(parsed.fault == nil, "\(example.id)")
      let found = parsed.requests.map {
        Corpus.Request(method: "\($0.method)", target: $0.rawTarget, body_b64: Data($0.body).base64EncodedString())
      }
      #expect(found == example.requests, "\(example.id)")
    }
  }
}
