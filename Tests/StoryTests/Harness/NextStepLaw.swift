import Contracts
import Engine
import Feature
import Testing
import Values

@testable import Host

/// Every refusal says what to do next: in both languages, by a command that there is, with roles that there are.
enum NextStepLaw {
  private static let registry = Result { try Registry(InstalledModules.all) }
  /// Words of the console's own.
  private static let words: Set<String> = ["help", "login", "show"]

  static func check(_ problem: Value, _ said: @autoclosure () -> String = "", sourceLocation place: SourceLocation = #_sourceLocation)
    throws
  {
    let registry = try registry.get()
    let roles = Set(Role.all.map(\.id))
    let steps = problem["next"]?.items ?? []
    #expect(!steps.isEmpty, "no next step: \(said())", sourceLocation: place)
    for step in steps {
      let text = JSONWriter.text(step)
      #expect(step["fa"]?.string?.contains { ("آ"..."ی").contains($0) } == true, "\(text)", sourceLocation: place)
      #expect(step["en"]?.string?.contains { ("a"..."z").contains($0) } == true, "\(text)", sourceLocation: place)
      if let command = step["command"]?.string {
        let declared = registry.command(command)
        #expect(declared != nil || words.contains(command), "\(text)", sourceLocation: place)
        for member in step["input"]?.members ?? [] where declared != nil {
          #expect(declared?.fields.contains { $0.name == member.name } == true, "\(text)", sourceLocation: place)
        }
      }
      for role in step["roles"]?.items ?? [] {
        #expect(roles.contains(role["code"]?.string ?? ""), "\(text)", sourceLocation: place)
      }
    }
  }
}
