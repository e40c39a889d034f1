import Feature
import Engine

/// Finds the command of a method and path; literal segments win over `{field}`.
struct Router {
  struct Match {
    let command: Command
    /// The route's number in the meter.
    let route: Int
    /// Path fields with their text, in order.
    let values: [(name: String, text: String)]
  }

  private final class Node {
    var literals: [String: Node] = [:]
    var field: Node?
    var commands: [String: (command: Command, route: Int)] = [:]
  }

  private let root = Node()

  init(_ commands: [Command], numbers: Meter) {
    for command in commands {
      var node = root
      for part in command.spec.path.split(separator: "/") {
        if part.hasPrefix("{") {
          let next = node.field ?? Node()
          node.field = next
          node = next
        } else {
          let next = node.literals[String(part)] ?? Node()
          node.literals[String(part)] = next
          node = next
        }
      }
      node.commands[command.spec.method.rawValue] = (command, numbers.number(of: command.spec.id))
    }
  }

  enum Resolution {
    case found(Match)
    case otherMethods([String])
    case nothing
  }

  func route(_ method: String, _ segments: ArraySlice<String>) -> Resolution {
    var texts: [String] = []
    guard let node = find(root, segments, &texts), !node.commands.isEmpty else { return .nothing }
    guard let (command, route) = node.commands[method] else { return .otherMethods(node.commands.keys.sorted()) }
    return .found(Match(command: command, route: route, values: Array(zip(command.pathFields, texts))))
  }

  private func find(_ node: Node, _ segments: ArraySlice<String>, _ texts: inout [String]) -> Node? {
    guard let first = segments.first else { return node.commands.isEmpty ? nil : node }
    let rest = segments.dropFirst()
    if let literal = node.literals[first], let found = find(literal, rest, &texts) { return found }
    guard let field = node.field, !first.isEmpty else { return nil }
    texts.append(first)
    if let found = find(field, rest, &texts) { return found }
    texts.removeLast()
    return nil
  }
}
