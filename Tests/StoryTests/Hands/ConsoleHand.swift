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
    let script = folder + "/steps.hamyar"
    let secret = folder + "/secret"
    let lines = steps.map { ConsoleHand.line($0.command, $0.input) + "\n" }.joined()
    try lines.write(toFile: script, atomically: false, encoding: .utf8)
    try purse.secret(of: user).write(toFile: secret, atomically: false, encoding: .utf8)
    let ending = try Spawned.run(
      program,
      [
        "console", "--server", "127.0.0.1:\(port)", "--as", user, "--password-file", secret, "-f", script, "--yes",
        "--mode", "json",
      ], in: folder)
    guard ending.status == 0 else {
      throw HandFault(user: user, command: steps.map(\.command).joined(separator: ", "), answer: ending.output + ending.complaint)
    }
    for line in ending.output.split(separator: "\n") {
      if let answer = try? JSONReader.read(Array(line.utf8)) { purse.learn(from: answer) }
    }
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
