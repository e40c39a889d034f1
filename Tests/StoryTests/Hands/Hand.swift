import Jalali
import Engine
import Feature
import Values

@testable import Host

/// Somebody who walks a road again from outside, over the wire.
protocol Hand: AnyObject {
  /// Takes steps of one person, in order.
  func take(_ steps: [(command: String, input: Value)], as user: String) throws
  /// The clock moved: sessions have run out.
  func forgetSessions()
}

struct HandFault: Error, CustomStringConvertible {
  let user: String
  let command: String
  let answer: String
  var description: String { "\(user): \(command): \(answer)" }
}

/// Secrets by user name. What a store tells once is changed at once by whoever it was told to.
struct Purse {
  private(set) var secrets: [String: String]

  /// - Parameter change: signs in with the first secret and changes it for the second.
  mutating func learn(from answer: Value, change: (_ user: String, _ given: String, _ own: String) throws -> Void) rethrows {
    guard let user = answer["userName"]?.string, let given = answer["oneTimeSecret"]?.string else { return }
    let own = "chosen " + given
    try change(user, given, own)
    secrets[user] = own
  }

  func secret(of user: String) throws -> String {
    guard let secret = secrets[user] else { throw HandFault(user: user, command: "sign in", answer: "no secret known") }
    return secret
  }
}

extension StoryStore {
  /// Lets a hand walk what happened on another road, with the nights in between.
  func replay(_ story: [Happening], by hand: any Hand) throws {
    var waiting: (user: String, steps: [(command: String, input: Value)]) = ("", [])
    func flush() throws {
      if !waiting.steps.isEmpty { try hand.take(waiting.steps, as: waiting.user) }
      waiting.steps = []
    }
    for happening in story {
      switch happening {
      case .day(let day):
        try flush()
        try pass(to: day)
        hand.forgetSessions()
      case .step(let user, let command, let input):
        if user != waiting.user { try flush() }
        waiting.user = user
        waiting.steps.append((command, input))
      }
    }
    try flush()
  }
}
