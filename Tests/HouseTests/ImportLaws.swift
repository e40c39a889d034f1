import Testing

/// Imports go down only. The build checks what targets declare; these laws check what the roster may declare at all.
@Suite struct `Imports` {
  /// The toolchain's own; there are no packages.
  static let toolchain: Set<String> = ["Swift", "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch"]

  @Test func `a file imports only what the roster gives its room`() throws {
    let roster = try Roster()
    var breaches: [String] = []
    var count = 0
    for source in SourceTree.swift where source.path.hasPrefix("Modules/") || source.path.hasPrefix("App/") {
      guard let allowed = roster.allowed(in: source.file.room) else {
        breaches.append("\(source.path): its room \(source.file.room) is on no list of Package.swift")
        continue
      }
      for (line, module) in imports(of: source) where !Imports.toolchain.contains(module) {
        count += 1
        if !allowed.contains(module) { breaches.append("\(source.path):\(line): may not import \(module)") }
      }
    }
    #expect(count > 100)
    refuse(breaches)
  }

  @Test func `the kernel knows nothing of welfare work`() throws {
    let roster = try Roster()
    #expect(roster.kernel.count >= 10)
    for (name, uses) in roster.kernel {
      let above = uses.intersection(roster.office.union(roster.features).union(["Contracts", "TestKit", "Host"]))
      #expect(above.isEmpty, "Package.swift: \(name) of the kernel uses \(above)")
    }
  }

  @Test func `desks and features use neither one another nor the machine`() throws {
    let roster = try Roster()
    #expect(roster.roomOfAFeature.isDisjoint(with: roster.office.union(roster.features)))
    #expect(roster.roomOfAFeature.isDisjoint(with: Roster.headers.union(["HTTP", "AdminAPI", "Console", "Ledger", "Host"])))
    #expect(roster.contracts.isDisjoint(with: roster.office.union(roster.features)))
  }

  @Test func `each C library has one door`() throws {
    let roster = try Roster()
    #expect(roster.kernel.filter { $0.value.contains("CSQLite") }.map(\.key) == ["Store"])
    #expect(roster.kernel.filter { $0.value.contains("CSodium") }.map(\.key) == ["Secrets"])
    #expect(roster.kernel["HTTP"] == ["CLinux"])
    var breaches: [String] = []
    for source in SourceTree.swift where !source.path.hasPrefix("Tests/") {
      for (line, module) in imports(of: source) {
        let doors = ["CSQLite": ["Modules/Kernel/Store"], "CSodium": ["Modules/Kernel/Secrets"]]
        if let doors = doors[module], !doors.contains(source.file.room) {
          breaches.append("\(source.path):\(line): \(module) is imported in \(doors.joined()) only")
        }
      }
    }
    refuse(breaches)
  }

  @Test func `tests import the toolchain and the house, nothing else`() throws {
    let known = try Roster().everyModule.union(Imports.toolchain).union(["Testing", "SharedData"])
    refuse(
      SourceTree.swift.filter { $0.path.hasPrefix("Tests/") }.flatMap { source in
        imports(of: source).filter { !known.contains($0.module) }.map { "\(source.path):\($0.line): unknown module \($0.module)" }
      })
  }

  /// `public import X`, `@testable import X`, `import struct X.Y`.
  private func imports(of source: SourceTree.SwiftFile) -> [(line: Int, module: String)] {
    source.swift.code.enumerated().compactMap { index, line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words.prefix(place).allSatisfy({ $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0) })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
      let name = kinds.contains(words[place + 1]) ? words.dropFirst(place + 2).first : words[place + 1]
      return name.map { (index + 1, String($0.prefix { $0 != "." })) }
    }
  }
}
