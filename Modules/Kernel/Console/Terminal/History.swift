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
