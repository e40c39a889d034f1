import Values

/// What one line asks for.
enum Statement {
  case nothing
  /// A backslash command.
  case meta(MetaCall)
  case help([String])
  case login(String?)
  case logout
  case quit
  case begin, commit, rollBack
  case call(Call)

  /// - Throws: `Refusal` of kind `malformed`, code `console.…`.
  init(parsing line: String) throws {
    let trimmed = line.trimmed
    if trimmed.hasPrefix("\\") {
      self = .meta(MetaCall(trimmed.dropFirst()))
      return
    }
    let words = try Tokenizer.words(of: trimmed)
    guard let first = words.first else {
      self = .nothing
      return
    }
    let rest = Array(words.dropFirst())
    switch first.whole {
    case "help": self = .help(rest.map(\.whole))
    case "login":
      guard rest.count < 2 else {
        throw Refusal.console(
          "login", "پس از login تنها نام کاربری می‌آید؛ گذرواژه جدا پرسیده می‌شود.",
          "login takes a user name only; the password is asked for.")
      }
      self = .login(rest.first?.whole)
    case "logout": self = .logout
    case "quit", "exit": self = .quit
    case "begin" where rest.isEmpty: self = .begin
    case "commit" where rest.isEmpty: self = .commit
    case "rollback" where rest.isEmpty: self = .rollBack
    case "dryrun":
      var call = try Call(rest)
      call.isDryRun = true
      self = .call(call)
    default: self = .call(try Call(words))
    }
  }
}

/// `\name rest`.
struct MetaCall {
  var name: String
  /// What follows, as it was written.
  var rest: String

  init(_ text: Substring) {
    name = String(text.prefix { !$0.isWhitespace })
    rest = String(text.dropFirst(name.count)).trimmed
  }

  var words: [String] { rest.split(whereSeparator: \.isWhitespace).map(String.init) }

  /// The rest without its first word: the command of `\watch`.
  var afterFirstWord: String? {
    let after = rest.drop { !$0.isWhitespace }
    return after.isEmpty ? nil : String(after).trimmed
  }
}

/// A command of the catalogue with its switches taken out.
struct Call {
  var words: [Word] = []
  var isJSON = false
  var isDryRun = false
  var isYes = false
  var isAll = false
  var reason: String?
  /// Labels instead of codes also where programs read.
  var isLabelled = false
  /// Fields to show, by name; all when none is named.
  var columns: [String] = []

  init(_ given: [Word]) throws {
    var left = given[...]
    while let word = left.popFirst() {
      switch word.option {
      case "json": isJSON = true
      case "dry-run": isDryRun = true
      case "yes": isYes = true
      case "all": isAll = true
      case "labels": isLabelled = true
      case "columns":
        guard let text = word.name != nil ? word.text : left.popValue()?.whole, !text.isEmpty else {
          throw Refusal.console(
            "columns", "پس از ‎--columns نام فیلدها با ویرگول لازم است.", "--columns needs names of fields, with commas between.")
        }
        columns = text.split { $0 == "," || $0 == "،" }.map(String.init)
      case "reason":
        guard let text = word.name != nil ? word.text : left.popValue()?.whole, !text.isEmpty else {
          throw Refusal.console(
            "reason", "پس از ‎--reason متن دلیل لازم است.", "--reason needs the text of the reason.")
        }
        reason = text
      default: words.append(word)
      }
    }
    guard !words.isEmpty else {
      throw Refusal.console("command", "فرمانی نوشته نشده است.", "There is no command.")
    }
  }
}

extension ArraySlice<Word> {
  /// The next word, where it can be an option's value: it is not an option itself.
  mutating func popValue() -> Word? {
    guard let word = first, word.option == nil else { return nil }
    return popFirst()
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    let after = drop(while: \.isWhitespace)
    guard let last = after.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(after[...last])
  }
}

/// `COMMAND | csv`: the answer of one command in another form.
enum Piping {
  /// - Throws: `Refusal` of kind `malformed`, code `console.pipe`, for anything but one known mode behind the bar.
  static func split(_ line: String) throws -> (command: String, mode: OutputMode?) {
    guard line.contains("|"), let words = try? Tokenizer.words(of: line, isLenient: true),
      let bar = words.firstIndex(where: { isBar($0) })
    else { return (line, nil) }
    let behind = ([words[bar].text.dropFirst()] + words[(bar + 1)...].map { $0.whole[...] }).filter { !$0.isEmpty }
    guard behind.count == 1, let name = behind.first, let mode = TypedText.choice(String(name), of: OutputMode.self) else {
      let known = OutputMode.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.console(
        "pipe", "پس از | یکی از این‌ها می‌آید: \(known)",
        "After | stands one of: \(known). Programs are run outside: hamyar console -c … | less"
      )
    }
    return (String(line[..<words[bar].start]).trimmed, mode)
  }

  static func isBar(_ word: Word) -> Bool { word.name == nil && !word.isQuoted && word.text.hasPrefix("|") }
}
