import Testing

/// What other targets see says what it means: units, errors and sources stand where the declaration stands.
@Suite struct `Documentation` {
  /// Rooms of which every public declaration has its comment: the language features are written in.
  static let language: Set<String> = ["Modules/Kernel/Feature", "Modules/Kernel/Values"]
  /// The least share of the other rooms, in percent.
  static let least = 85

  /// Witnesses of the standard library's protocols: their meaning is the protocol's, and is written there. Nothing is
  /// exempt in the rooms of the language.
  static let witnesses: Set<String> = [
    "==", "<", "hash(into", "encode(to", "init(from", "description", "debugDescription", "init(stringLiteral", "init(integerLiteral",
    "init(booleanLiteral", "init(arrayLiteral", "codingPath", "userInfo", "container(keyedBy", "unkeyedContainer(",
    "singleValueContainer(", "next(",
  ]

  @Test func `every public declaration of the language is documented, and nearly all of the rest`() {
    let surface = Documentation.surface
    #expect(Documentation.language.isSubset(of: surface.keys) && surface.count > 10)
    for (room, asked) in surface.sorted(by: { $0.key < $1.key }) {
      let silent = asked.filter { $0.declaration.comment.isEmpty }
      let share = (asked.count - silent.count) * 100 / max(asked.count, 1)
      let wanted = Documentation.language.contains(room) ? 100 : Documentation.least
      #expect(!asked.isEmpty, "\(room): the law looks past its declarations")
      guard share < wanted else { continue }
      refuse(
        silent.map { "\($0.place): \($0.declaration.keyword) \($0.declaration.name) has no comment (\(room): \(share) of \(wanted) %)" })
    }
  }

  @Test func `whatever throws in the kernel, the contracts and the host says when, also within the package`() {
    let throwing = Documentation.packageSurface.values.joined().filter(\.declaration.canThrow).sorted { $0.place < $1.place }
    #expect(throwing.count > 180)
    #expect(throwing.contains { $0.place.hasPrefix("App/") } && throwing.contains { $0.place.contains("Feature/Work/") })
    refuse(
      throwing.filter { !Documentation.saysWhenItThrows($0.declaration) }.map {
        "\($0.place): \($0.declaration.keyword) \($0.declaration.name) throws and says not when (`- Throws:`)"
      })
  }

  @Test func `the law sees what is public, however it is declared`() {
    let source = """
      public import struct Store.Migration
      /// A type.
      public struct Wide<Of: Sendable>: Equatable,
        Sendable
      {
        public let bare: Int
        /// Words.
        @inlinable
        // Safe because it says so.
        public static func == (a: Self, b: Self) -> Bool { let inner = 1; return inner == 1 }
        let hidden = 1
        public private(set) var count = 0
        public init?(from text: String) { switch text { case "a": self.init() default: return nil } }
      }
      struct Inner { public var description = "" }
      public enum Colour: String {
        case red, green
        /// The last.
        case blue
        var text: String {
          switch self {
          case .red: "public func no()"
          default: ""
          }
        }
      }
      public enum Short { case one, two }
      package protocol Near { func near() throws }
      public protocol Asked {
        /// How many.
        var number: Int { get }
        func ask(
          _ what: String
        ) throws -> Int
      }
      extension Asked {
        public func twice() { func deep() {} }
        func mine() {}
      }
      """
    let found = PublicSurface(source).declarations
    #expect(
      found.map { "\($0.keyword) \($0.name)" } == [
        "struct Wide", "let bare", "func ==", "var count", "init init(from", "enum Colour", "case red", "case blue", "enum Short",
        "case one", "protocol Asked",
        "var number", "func ask(", "func twice(",
      ])
    #expect(PublicSurface(source, seesPackage: true).declarations.contains { $0.name == "Near" })
    #expect(found.filter { !$0.comment.isEmpty }.map(\.name) == ["Wide", "==", "blue", "number"])
    #expect(found.filter(\.canThrow).map(\.name) == ["ask("])
    #expect(found.map(\.line).prefix(2) == [3, 6])
  }

  @Test func `the law tells what throws by itself from what passes on`() {
    let source = """
      /// One.
      ///
      /// - Throws: `Refusal` when it may not.
      public func one() throws(Refusal) -> Int { 1 }
      /// Two throws now and then.
      public func two(_ body: () -> Void) throws {}
      public func three(_ body: () throws -> Int) rethrows -> Int { try body() }
      public func four(_ body: (Int) throws -> Int) { print("throws") }
      public static var five: Int { get throws { 5 } }
      public static var six: Int {
        get throws { 6 }
      }
      public var seven: Int { 7 }
      public init(
        _ a: Int,
        b: Int
      ) throws {
      }
      """
    let found = PublicSurface(source).declarations
    #expect(found.filter(\.canThrow).map(\.name) == ["one(", "two(_", "five", "six", "init("])
    #expect(found.filter(Documentation.saysWhenItThrows).map(\.name) == ["one("])
  }

  private static func saysWhenItThrows(_ declaration: PublicDeclaration) -> Bool {
    declaration.comment.contains { $0.hasPrefix("- Throws: ") }
  }

  /// What each room shows to others, without the witnesses; read once for all laws.
  private static let surface = read { $0.hasPrefix("Modules/Kernel/") || $0 == "Modules/Contracts" }

  /// The same with the host's, and with what is `package`.
  private static let packageSurface = read(seesPackage: true) {
    $0.hasPrefix("Modules/Kernel/") || $0 == "Modules/Contracts" || $0.hasPrefix("App")
  }

  private static func read(
    seesPackage: Bool = false, of isAsked: (String) -> Bool
  ) -> [String: [(place: String, declaration: PublicDeclaration)]] {
    let rooms = Dictionary(grouping: SourceTree.swift) { $0.file.room }
    return rooms.filter { isAsked($0.key) }.mapValues { sources in
      sources.flatMap { source in
        let exempt = language.contains(source.file.room) ? [] : witnesses
        return PublicSurface(source.file.text, seesPackage: seesPackage).declarations.filter { !exempt.contains($0.name) }.map {
          ("\(source.path):\($0.line)", $0)
        }
      }
    }
  }
}
