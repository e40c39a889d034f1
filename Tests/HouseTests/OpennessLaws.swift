import Engine
import Feature
import Testing

/// What a module shows of itself, and what the kernel knows of modules.
@Suite struct `Openness` {
  /// One public type with one witness, and the import that its witness needs, for each module; and what Swift asks besides.
  private static let most = 150

  @Test func `desks and features keep to themselves`() {
    let words = SourceTree.features.filter { $0.file.room != "Modules/TestKit" }.flatMap { source in
      source.swift.joined.words.filter { $0 == "public" || $0 == "package" }
    }
    print("public and package in desks and features: \(words.count) of at most \(Openness.most)")
    #expect(words.count > 0 && words.count <= Openness.most)
  }

  @Test func `the kernel names no module by string`() throws {
    let modules = try Installed.registry().modules.map(\.id)
    #expect(modules.count > 10)
    var count = 0
    var breaches: [String] = []
    for source in SourceTree.swift where source.path.hasPrefix("Modules/Kernel/") {
      for literal in source.swift.literals {
        count += 1
        guard modules.contains(where: { literal.text == $0 || literal.text.hasPrefix($0 + ".") }) else { continue }
        breaches.append("\(source.path):\(literal.line): names a module: \(literal.text)")
      }
    }
    #expect(count > 1_000)
    refuse(breaches)
  }
}
