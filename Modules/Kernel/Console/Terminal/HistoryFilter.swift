import Persian
import Engine

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
