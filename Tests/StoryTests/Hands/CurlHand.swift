import Foundation
import Engine
import Feature
import Values

/// Walks with `curl` and nothing else: one process a request, JSON bodies from a file.
final class CurlHand: Hand {
  private let program: String
  private let port: Int
  private let registry: Registry
  private let folder: String
  private var purse: Purse
  private var tokens: [String: String] = [:]

  init(_ program: String, port: Int, registry: Registry, admin secret: String, folder: String) {
    self.program = program
    self.port = port
    self.registry = registry
    self.folder = folder
    purse = Purse(secrets: ["admin": secret])
  }

  func forgetSessions() { tokens = [:] }

  func take(_ steps: [(command: String, input: Value)], as user: String) throws {
    if tokens[user] == nil { try signIn(user) }
    for step in steps { try purse.learn(from: try take(step.command, step.input, as: user), change: change) }
  }

  private func change(_ user: String, _ given: String, _ own: String) throws {
    try signIn(user, given)
    _ = try take("accounts.set-password", .record(["old": .text(given), "new": .text(own)]), as: user)
  }

  private func signIn(_ user: String) throws { try signIn(user, purse.secret(of: user)) }

  private func signIn(_ user: String, _ secret: String) throws {
    let input = Value.record(["user": .text(user), "password": .text(secret)])
    tokens[user] = try take("accounts.login", input, as: user)["token"]?.string
  }

  private func take(_ id: String, _ input: Value, as user: String) throws -> Value {
    guard let command = registry.command(id) else { throw HandFault(user: user, command: id, answer: "unknown command") }
    var path = command.spec.path
    for name in command.pathFields { path = path.replacing("{\(name)}", with: CurlHand.plain(input[name] ?? .null)) }
    let rest = input.members.filter { !command.pathFields.contains($0.name) }
    var words = ["-sS", "--max-time", "60", "-w", "\n%{http_code}", "-X", command.spec.method.rawValue]
    if let token = tokens[user] { words += ["-H", "Authorization: Bearer \(token)"] }
    if command.kind == .action {
      let body = folder + "/body.json"
      try Data(JSONWriter.write(.object(rest))).write(to: URL(filePath: body))
      words += ["-H", "Content-Type: application/json", "--data-binary", "@\(body)"]
    } else {
      words.append("-G")
      for member in rest where member.value != .null { words += ["--data-urlencode", "\(member.name)=\(CurlHand.plain(member.value))"] }
    }
    let ending = try Spawned.run(program, words + ["http://127.0.0.1:\(port)/api/v1\(path)"], in: folder)
    let lines = ending.output.split(separator: "\n", omittingEmptySubsequences: true)
    guard ending.status == 0, lines.count == 2, lines[1].hasPrefix("2") else {
      throw HandFault(user: user, command: id, answer: ending.output + ending.complaint)
    }
    return try JSONReader.read(Array(lines[0].utf8))
  }

  private static func plain(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    default: JSONWriter.text(value)
    }
  }
}
