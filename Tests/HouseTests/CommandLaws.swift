import Contracts
import Engine
import Feature
import Testing
import Values

/// Every action and query speaks both languages, and somebody may use it.
@Suite struct `Commands` {
  @Test func `a command and each of its fields have texts in both languages`() throws {
    let commands = try Installed.registry().commands
    #expect(commands.count > 10)
    var breaches: [String] = []
    for command in commands {
      if !isBilingual(command.spec.texts) { breaches.append("\(command.spec.id): texts \(command.spec.texts)") }
      for field in command.fields {
        if !isBilingual(field.texts) { breaches.append("\(command.spec.id).\(field.name): texts \(field.texts)") }
        breaches += choices(of: field.kind).filter { !isBilingual($0.texts) }.map {
          "\(command.spec.id).\(field.name): the choice \($0.value) has texts \($0.texts)"
        }
      }
    }
    refuse(breaches)
  }

  @Test func `no answer shows what the house keeps for looking rows up`() throws {
    func keys(in fields: [Field], _ path: String) -> [String] {
      fields.flatMap { field -> [String] in
        let here = path + "." + field.name
        switch field.kind {
        case .object(let parts): return keys(in: parts, here)
        case .list(let element): return keys(in: [element], here)
        default: return field.name.hasSuffix("Key") ? [here] : []
        }
      }
    }
    refuse(try Installed.registry().commands.flatMap { keys(in: $0.answer, $0.spec.id) })
  }

  @Test func `a text is given only to a field that is there`() throws {
    for source in SourceTree.features {
      let code = source.swift.joined
      for hit in code.matches(of: /fields:\s*\[([^\]]*)\]/) {
        for key in hit.output.1.matches(of: /"(\d+)":\s*\(/) {
          guard let number = Int(key.output.1) else { continue }
          let literal = source.swift.literals[number]
          let isDeclared = code.firstRange(of: try Regex("\\bvar \(literal.text)\\b")) != nil
          #expect(isDeclared, "\(source.path):\(literal.line): no field is called \(literal.text)")
        }
      }
    }
  }

  @Test func `a permission is held by a role that exists`() throws {
    let roles = Set(Role.all.map(\.id))
    for command in try Installed.registry().commands {
      let permission = command.spec.permission
      guard permission != .anyone, permission != .oneself else { continue }
      #expect(!permission.roles.isEmpty, "\(command.spec.id): nobody holds \(permission.id)")
      #expect(permission.roles.isSubset(of: roles), "\(command.spec.id): \(permission.id) names unknown roles")
      #expect(isBilingual(permission.texts), "\(command.spec.id): texts of \(permission.id)")
    }
  }

  @Test func `a permission means the same wherever it is named`() throws {
    let permissions = Dictionary(grouping: try Installed.registry().commands.map(\.spec.permission), by: \.id)
    for (id, all) in permissions { #expect(Set(all).count == 1, "\(id) is declared in two ways") }
  }

  @Test func `a command's name and path are lower case, and a reading command reads`() throws {
    for command in try Installed.registry().commands {
      let spec = command.spec
      #expect(spec.id.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(spec.id)")
      #expect(spec.path.wholeMatch(of: /(\/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+/) != nil, "\(spec.id): \(spec.path)")
      #expect((command.kind == .action) == (spec.method != .get), "\(spec.id): \(spec.method.rawValue)")
    }
  }

  private func isBilingual(_ texts: Texts) -> Bool { texts.fa.hasPersian && texts.en.hasLatin && !texts.en.hasPersian }

  private func choices(of kind: FieldKind) -> [ChoiceText] {
    switch kind {
    case .choice(let choices): choices
    case .list(let element): choices(of: element.kind)
    case .object(let fields): fields.flatMap { choices(of: $0.kind) }
    default: []
    }
  }
}
