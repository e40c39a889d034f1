import Testing

/// What may be thrown. A refusal is an answer; everything else that is thrown is a fault, and its name says so.
@Suite struct `Faults` {
  /// Types of another name, each with its reason.
  static let exceptions = [
    "Refusal": "an answer to the caller, no fault of anybody",
    "RestartTransaction": "tells the writer to begin a group anew; nobody outside the Store ever sees it",
    "WouldWrite": "ends a trial where the action would write; nobody outside the Engine ever sees it",
  ]

  @Test func `every type that can be thrown ends in Fault`() {
    var found: Set<String> = []
    for source in SourceTree.swift where !source.path.hasPrefix("Tests/") {
      for name in Faults.thrown(in: source.swift.joined) {
        found.insert(name)
        let isNamedSo = name.hasSuffix("Fault") || Faults.exceptions[name] != nil
        #expect(isNamedSo, "\(source.path): \(name) can be thrown, and its name does not end in Fault")
      }
    }
    #expect(found.count >= 15 && Faults.exceptions.keys.allSatisfy(found.contains), "the law looks past what there is: \(found.sorted())")
  }

  @Test func `the law finds types that are thrown, however they are declared`() {
    let text = """
      public enum Odd: String, Error, Sendable {}
      extension Module.Strange: Swift.Error {}
      struct Wide<Of: Sendable>:
        Equatable,
        Error
      {}
      func handle(_ error: any Error) { let result: Result<Int, any Error> }
      enum Near: ErrorLike {}
      """
    #expect(Faults.thrown(in: text) == ["Odd", "Strange", "Wide"])
  }

  /// The names of types that a file declares or extends as errors.
  private static func thrown(in code: String) -> [String] {
    let heads = code.matches(of: /\b(?:struct|enum|class|actor|extension)\s+([\w.]+)\s*(?:<[^>{]*>)?\s*:\s*([^{]*)\{/)
    return heads.compactMap { head in
      let parents = head.output.2.split(whereSeparator: { $0 == "," || $0 == "&" }).map { $0.filter { !$0.isWhitespace } }
      guard parents.contains(where: { ["Error", "Swift.Error", "LocalizedError"].contains($0) }) else { return nil }
      return head.output.1.split(separator: ".").last.map(String.init)
    }
  }
}
