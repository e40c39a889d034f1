import Values

/// What was chosen for this terminal and holds in the next session too: its language, how it treats directions, whether it
/// pages.
struct Preferences: Equatable {
  var bidi: BidiSetting?
  var isPaging: Bool?
  var language: Language?

  init() {}

  /// Lines `bidi visual`; what is not understood is passed over.
  init(path: String) {
    for line in ((try? Descriptor.contents(of: path, limit: 4096)) ?? "").split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "bidi": bidi = BidiSetting(rawValue: words[1])
      case "pager": isPaging = words[1] == "on"
      case "lang": language = Language(rawValue: words[1])
      default: break
      }
    }
  }

  /// - Throws: `Refusal` of kind `malformed`, code `console.file`.
  func save(to path: String) throws {
    let descriptor = try Descriptor.openPrivate(path, appending: false)
    defer { Descriptor.end(descriptor) }
    let lines = [bidi.map { "bidi \($0.rawValue)" }, isPaging.map { "pager \($0 ? "on" : "off")" }, language.map { "lang \($0.rawValue)" }]
    Descriptor.write(lines.compactMap { $0 }.map { $0 + "\n" }.joined(), to: descriptor)
  }
}

extension ConsoleSession {
  /// Remembers a choice of a person at a terminal; a script's are its own.
  func prefer(_ change: (inout Preferences) -> Void) throws {
    guard io.canAsk, let path = options.preferencesPath else { return }
    var preferences = Preferences(path: path)
    change(&preferences)
    try preferences.save(to: path)
  }
}
