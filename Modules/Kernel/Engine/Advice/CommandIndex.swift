import Feature
import Values

/// Which commands show and list which entity, read off what they declare.
struct CommandIndex: Sendable {
  /// The query whose path ends in a row of the entity.
  let shows: [String: Command]
  /// The lists whose rows are rows of the entity; those that need nothing first.
  let lists: [String: [Command]]

  init(_ commands: [Command], _ tables: Tables) {
    var shows: [String: Command] = [:]
    var lists: [String: [Command]] = [:]
    for command in commands {
      switch command.body {
      case .query where command.spec.path.hasSuffix("}"):
        if case .reference(let object, _) = command.rowField?.kind, shows[object] == nil { shows[object] = command }
      case .list(let make):
        guard let sample = try? command.sampleInput, let selection = try? make(sample) else { continue }
        let table = selection.from.prefix { $0 != " " }
        if let entity = tables.all.first(where: { $0.table.name == table })?.entity { lists[entity.object, default: []].append(command) }
      default: break
      }
    }
    self.shows = shows
    self.lists = lists.mapValues { $0.filter(\.pathFields.isEmpty) + $0.filter { !$0.pathFields.isEmpty } }
  }
}

extension Command {
  /// The least input that can be decoded, to ask a list which table it reads.
  fileprivate var sampleInput: Value {
    get throws { .object(try fields.filter { !$0.isOptional }.map { .init($0.name, try $0.sampleValue) }) }
  }
}

extension Field {
  fileprivate var sampleValue: Value {
    get throws {
      switch kind {
      case .bool: .bool(false)
      case .int, .rial, .reference: .int(1)
      case .day: .text("1405/01/01")
      case .province: .text("IR-27")
      case .choice(let choices): .text(choices.first?.value ?? "")
      case .list: .list([])
      case .object(let fields): .object(try fields.filter { !$0.isOptional }.map { .init($0.name, try $0.sampleValue) })
      default: .text("0")
      }
    }
  }
}
