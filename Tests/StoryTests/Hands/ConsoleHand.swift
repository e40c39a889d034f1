import Foundation
import Engine
import Feature
import Values

/// Walks with the console and nothing else: one `hamyar console` for each run of steps of one person.
final class ConsoleHand: Hand {
  private let program: String
  private let port: Int
  private let folder: String
  private var purse: Purse

  init(_ program: String, port: Int, admin secret: String, folder: String) {
    self.program = program
    self.port = port
    self.folder = folder
    purse = Purse(secrets: ["admin": secret])
  }

  /// Each console signs in anew.
  func forgetSessions() {}

  func take(_ steps: [(command: String, input: Value)], as user: String) throws {
    for answer in try run(steps, as: user, purse.secret(of: user)) { try purse.learn(from: answer, change: change) }
  }

  private func change(_ user: String, _ given: String, _ own: String) throws {
    _ = try run([("accounts.set-password", .record(["old": .text(given), "new": .text(own)]))], as: user, given)
  }

  private func run(_ steps: [(command: String, input: Value)], as user: String, _ password: String) throws -> [Value] {
    let script = folder + "/steps.hamyar"
    let secret = folder + "/secret"
    let lines = steps.map { ConsoleHand.line($0.command, $0.input) + "\n" }.joined()
    try lines.write(toFile: script, atomically: false, encoding: .utf8)
    try password.write(toFile: secret, atomically: false, encoding: .utf8)
    let ending = try Spawned.run(
      program,
      [
        "console", "--server", "127.0.0.1:\(port)", "--as", user, "--password-file", secret, "-f", script, "--yes",
        "--mode", "json",
      ], in: folder)
    guard ending.status == 0 else {
      throw HandFault(user: user, command: steps.map(\.command).joined(separator: ", "), answer: ending.output + ending.complaint)
    }
    return ending.output.split(separator: "\n").compactMap { try? JSONReader.read(Array($0.utf8)) }
  }

  /// `module verb name=value …` as a person would type it.
  static func line(_ command: String, _ input: Value) -> String {
    let words = command.split(separator: ".", maxSplits: 1).map(String.init)
    let fields = input.members.filter { $0.value != .null }.map { "\($0.name)=\(typed($0.value))" }
    return (words + fields).joined(separator: " ")
  }

  private static func typed(_ value: Value) -> String {
    guard case .text(let text) = value else { return JSONWriter.text(value) }
    let safe = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(safe)\""
  }
}
