import Console
import Persian
import Engine
import Feature
import Values

/// What may follow a command line that is being typed. Everything comes from the declarations; no store is opened.
struct CompletionEngine {
  private let arguments: [String]
  private let last: String

  init(line: String) {
    var split = ShellWords.split(line)
    last = split.popLast() ?? ""
    arguments = Array(split.dropFirst())
  }

  func candidates() throws -> [String] {
    guard let name = arguments.first else { return matching(Hamyar.subcommands.map { $0.name } + ["help"]) }
    guard let subcommand = Hamyar.subcommands.first(where: { $0.name == name }) else { return [] }
    let short = ["-c": "command", "-f": "file", "-v": "set"]
    let values = (subcommand.flags + ["store="]).filter { $0.hasSuffix("=") }.map { String($0.dropLast()) }
    if let before = arguments.last, arguments.count > 1 {
      let flag = short[before] ?? (before.hasPrefix("--") ? String(before.dropFirst(2)) : "")
      if values.contains(flag) { return try valuesOf(flag) }
    }
    if last.hasPrefix("-") {
      if let equals = last.firstIndex(of: "=") {
        let flag = String(last[..<equals].drop { $0 == "-" })
        return values.contains(flag) ? try CompletionEngine(arguments, behind(equals)).valuesOf(flag) : []
      }
      return matching((subcommand.flags + ["store=", "help"]).map { "--" + $0.filter { $0 != "=" } })
    }
    return try positional(name, arguments.dropFirst().filter { !$0.hasPrefix("-") })
  }

  private init(_ arguments: [String], _ last: String) { (self.arguments, self.last) = (arguments, last) }

  private func behind(_ index: String.Index) -> String { String(last[last.index(after: index)...]) }

  private func matching(_ known: [String]) -> [String] { known.filter { $0.hasPrefix(last) }.sorted() }

  private func valuesOf(_ flag: String) throws -> [String] {
    switch flag {
    case "mode": return matching(ShellCompletion.modes)
    case "environment": return matching(StoreEnvironment.allCases.map(\.rawValue))
    case "province": return matching(Province.all.map(\.code))
    case "store", "config", "file", "errors", "token-file", "password-file", "hwm", "db", "key": return [CompletionCommand.files]
    case "command":
      let registry = try Registry(InstalledModules.all)
      return ShellCompletion(CompletionEngine.catalogue(registry)).continuations(of: last)
    default: return []
    }
  }

  /// Everything that is declared, whoever may do it.
  private static func catalogue(_ registry: Registry) -> Catalogue {
    Catalogue(
      modules: registry.modules.map { ModuleEntry(id: $0.id, texts: $0.texts) },
      commands: (registry.commands + registry.ownCommands).map(\.entry))
  }

  private func positional(_ name: String, _ before: [String]) throws -> [String] {
    switch (name, before.count) {
    case ("audit", 0):
      return matching(["verify", "checkpoint", "key", "show", "leaf", "history", "prove", "consistency", "export", "mark"])
    case ("config", 0): return matching(["check", "show", "plan", "apply"])
    case ("completion", 0): return matching(["bash"])
    case ("explain", 0): return matching(try Registry(InstalledModules.all).rules.map { $0.id })
    case ("import", 0): return matching(try commands(.action))
    case ("import", 1): return [CompletionCommand.files]
    case ("export", 0): return matching(try commands(.list))
    case ("export", _): return try filters(of: before[0])
    default: return []
    }
  }

  private func commands(_ kind: Command.Kind) throws -> [String] {
    try Registry(InstalledModules.all).commands.filter { $0.kind == kind }.map(\.spec.id)
  }

  /// `field=`, then its values; the shell takes what stands before the equals sign for a word of its own.
  private func filters(of list: String) throws -> [String] {
    guard let command = try Registry(InstalledModules.all).command(list) else { return [] }
    guard let equals = last.firstIndex(of: "=") else { return matching(command.fields.map { $0.name + "=" }) }
    let inner = CompletionEngine(arguments, behind(equals))
    guard let field = command.fields.first(where: { $0.name == last[..<equals] }) else { return [] }
    switch field.kind {
    case .choice(let choices): return inner.matching(choices.map(\.value))
    case .province: return inner.matching(Province.all.map(\.code))
    case .bool: return inner.matching(["true", "false"])
    default: return []
    }
  }
}

/// A line as a shell would split it, as far as completion needs it; the last word may be empty or still open.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var arguments: [String] = []
    var word = ""
    var isInWord = false
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\\" {
        (isEscaped, isInWord) = (true, true)
      } else if character == "'" || character == "\"" {
        (quote, isInWord) = (character, true)
      } else if character.isWhitespace {
        if isInWord { arguments.append(word) }
        (word, isInWord) = ("", false)
      } else {
        word.append(character)
        isInWord = true
      }
    }
    return arguments + [word]
  }
}
