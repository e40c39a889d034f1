import Glibc
import Store
import Values

/// A wrong call of the program itself.
struct UsageFault: Error {
  let texts: Texts
  init(_ fa: String, _ en: String) { texts = Texts(fa, en) }
}

/// A file that the command line names: what is wrong with it is a wrong call, not a trouble of the store.
enum NamedFile {
  static func using<Content>(_ body: () throws -> Content) throws -> Content {
    do { return try body() } catch let fault as StoreFault { throw UsageFault(fault.texts.fa, fault.texts.en) }
  }
}

/// The words behind a subcommand: `--flag value`, `--switch`, and the rest.
struct Arguments {
  /// Flags with a value end in `=`; switches do not.
  private let known: [String]
  private let given: [String]
  private var values: [String: [String]] = [:]
  private(set) var rest: [String] = []

  init(_ given: [String], flags: [String]) {
    self.given = given
    known = flags + ["store=", "help"]
  }

  mutating func read() throws {
    var arguments = given[...]
    while let word = arguments.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        rest.append(word)
        continue
      }
      let short = ["-1": "--single-transaction", "-c": "--command", "-f": "--file", "-h": "--help", "-v": "--set"]
      let parts = (short[word] ?? word).drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first else { continue }
      if known.contains(name + "=") {
        guard let value = parts.count == 2 ? parts[1] : arguments.popFirst() else {
          throw UsageFault("گزینهٔ --\(name) مقدار می‌خواهد.", "--\(name) wants a value.")
        }
        values[name, default: []].append(value)
      } else if known.contains(name), parts.count == 1 {
        values[name, default: []].append("")
      } else {
        let all = known.map { "--" + $0 }.joined(separator: " ")
        throw UsageFault("گزینهٔ --\(name) نیست. گزینه‌ها: \(all)", "There is no --\(name) here. Flags: \(all)")
      }
    }
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func all(_ name: String) -> [String] { values[name] ?? [] }
  func last(_ name: String) -> String? { values[name]?.last }

  /// A flag, else its variable of the environment (`HAMYAR_LISTEN`), else nil.
  func setting(_ name: String) -> String? {
    if let value = last(name) { return value }
    let variable = "HAMYAR_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    return getenv(variable).map { String(cString: $0) }
  }
}

/// One subcommand of the program.
protocol Subcommand: Sendable {
  static var name: String { get }
  static var usage: String { get }
  static var texts: Texts { get }
  /// Flags besides `--store` and `--help`; those with a value end in `=`.
  static var flags: [String] { get }
  static func run(_ arguments: Arguments) throws -> Int32
  /// The exit code for a wrong call.
  static func usageStatus(_ arguments: [String]) -> Int32
}

extension Subcommand {
  static var flags: [String] { [] }
  static func usageStatus(_ arguments: [String]) -> Int32 { 2 }
}

extension Arguments {
  /// The language that `--lang` names; nil where it is left out.
  func language() throws -> Language? {
    guard let name = last("lang") else { return nil }
    guard let language = TypedText.choice(name, of: Language.self) else {
      throw UsageFault("زبان «\(name)» نیست؛ fa یا en.", "There is no language `\(name)`; fa or en.")
    }
    return language
  }
}
