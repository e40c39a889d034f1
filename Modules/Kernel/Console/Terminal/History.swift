import Engine
import Glibc
import Persian

/// Earlier lines of this person, newest last.
final class History {
  static let longest = 1000

  private(set) var lines: [String] = []
  /// Nil keeps the lines for this session only.
  private let path: String?

  init(path: String? = nil) {
    self.path = path
    guard let path, let text = try? Descriptor.contents(of: path, limit: 4_194_304) else { return }
    lines = text.split(separator: "\n").suffix(History.longest).map(String.init)
    if text.utf8.count > 262_144 { rewrite(path) }
  }

  /// Remembers a line; only one that may be stored reaches the file.
  func add(_ line: String, isStored: Bool) {
    guard !line.isEmpty, lines.last != line else { return }
    lines.append(line)
    if lines.count > History.longest { lines.removeFirst() }
    guard isStored, let path, let descriptor = try? Descriptor.openPrivate(path, appending: true) else { return }
    // An older file may have been made by other hands.
    fchmod(descriptor, 0o600)
    Descriptor.write(line + "\n", to: descriptor)
    close(descriptor)
  }

  private func rewrite(_ path: String) {
    guard let descriptor = try? Descriptor.openPrivate(path, appending: false) else { return }
    fchmod(descriptor, 0o600)
    Descriptor.write(lines.map { $0 + "\n" }.joined(), to: descriptor)
    close(descriptor)
  }

  /// The newest line that contains the words, letters folded; `skipping` goes further back.
  func search(_ query: String, skipping: Int) -> String? {
    guard !query.isEmpty else { return nil }
    let key = PersianText.searchKey(query)
    var seen: Set<String> = []
    let hits = lines.reversed().filter {
      ($0.contains(query) || !key.isEmpty && PersianText.searchKey($0).contains(key)) && seen.insert($0).inserted
    }
    return hits.dropFirst(skipping).first
  }
}

/// A walk through the history with the arrows; the line begun before it waits at the near end.
struct Recall {
  private let lines: [String]
  private var at: Int
  private var begun = LineBuffer()

  init(_ history: History) {
    lines = history.lines
    at = lines.count
  }

  mutating func older(_ line: LineBuffer) -> LineBuffer {
    guard at > 0 else { return line }
    if at == lines.count { begun = line }
    at -= 1
    return LineBuffer(lines[at], killed: line.killed)
  }

  mutating func newer(_ line: LineBuffer) -> LineBuffer {
    guard at < lines.count else { return line }
    at += 1
    return at == lines.count ? begun : LineBuffer(lines[at], killed: line.killed)
  }
}

/// Decides which lines may stand in the history file: no passwords, no national IDs, no personal fields.
struct HistoryFilter {
  let commandTable: CommandTable

  func mayStore(_ line: String) -> Bool {
    guard !HistoryFilter.holdsPersonNumber(line), !HistoryFilter.namesSecret(line) else { return false }
    guard let command = try? Piping.split(line).command, let statement = try? Statement(parsing: command) else {
      return false
    }
    switch statement {
    case .call(let call): return isClean(call)
    case .meta(let meta):
      // Those that carry a command are judged by it.
      guard meta.name == "watch", let inner = meta.afterFirstWord else { return true }
      return mayStore(inner)
    case .nothing: return false
    case .help, .login, .logout, .quit, .begin, .commit, .rollBack: return true
    }
  }

  /// A line that names no known command may be a slip with a person's name in it, so it is not kept either.
  private func isClean(_ call: Call) -> Bool {
    if call.words.first?.whole == "jobs", (try? JobsCall(call.words)) != nil { return true }
    guard let (command, words) = try? commandTable.resolve(call.words),
      let filled = try? InputBuilder(command).assign(words)
    else { return false }
    return !filled.contains { Self.isPersonal($0.field) }
  }

  private static func isPersonal(_ field: FieldEntry) -> Bool {
    field.isPersonal || field.kind == "nationalID" || field.kind == "mobile"
      || (field.parts ?? []).contains(where: isPersonal)
  }

  /// Ten digits or more in a row (national ID, mobile, account), also written as 123-456789-0.
  static func holdsPersonNumber(_ line: String) -> Bool {
    let digits = PersianText.asciiDigits(line)
    let runs = digits.unicodeScalars.split { !("0"..."9" ~= $0 || $0 == "-") }
    return runs.contains { run in
      let groups = run.split(separator: "-").map(\.count)
      return groups.contains { $0 >= 10 } || groups == [3, 6, 1]
    }
  }

  private static func namesSecret(_ line: String) -> Bool {
    let folded = line.lowercased()
    return ["password", "secret", "token", "گذرواژه", "رمز"].contains { folded.contains($0) }
  }
}
