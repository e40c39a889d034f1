import Contracts
import Engine
import Feature
import Testing
import Values

/// Every action and query speaks both languages, and somebody may use it.
@Suite struct `Commands` {
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
}
