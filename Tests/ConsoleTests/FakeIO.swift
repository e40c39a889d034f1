import Engine
import Feature
import Values

@testable import Console

/// Ends held in memory; questions are answered from a list.
final class FakeIO: ConsoleIO {
  var canAsk = false
  var isTerminal = false
  var width = 80
  var isInterrupted = false
  var out = ""
  var err = ""
  var asked: [String] = []
  var replies: [String] = []
  var pausesLeft = 0

  func write(_ text: String) { out += text }
  func page(_ text: String, in language: Language) { write(text) }
  func complain(_ text: String) { err += text }

  func ask(_ question: String) -> String? {
    asked.append(question)
    return replies.isEmpty ? nil : replies.removeFirst()
  }

  func askSecret(_ question: String) -> String? { ask(question) }

  func pause(seconds: Int) -> Bool {
    pausesLeft -= 1
    return pausesLeft >= 0
  }
}

/// A session with its fakes.
struct Bench {
  let client = FakeClient()
  let io = FakeIO()
  let session: ConsoleSession

  init(_ change: (inout ConsoleOptions) -> Void = { _ in }) {
    var options = ConsoleOptions()
    options.language = .en
    change(&options)
    session = ConsoleSession(client: client, options: options, io: io)
  }

  @discardableResult
  func run(_ line: String) -> ExitCode { session.run(line).status }
}
