import Jalali

/// What helps after a refusal: one sentence, with what to call and who may call it.
public struct NextStep: Sendable {
  /// A role by its code, with what people call it.
  public struct Holder: Sendable, Hashable {
    /// Such as `prevention.officer`.
    public let code: String
    /// What people call it.
    public let texts: Texts

    /// - Parameters:
    ///   - code: as grants name it.
    ///   - texts: as people name it.
    public init(_ code: String, _ texts: Texts) {
      self.code = code
      self.texts = texts
    }
  }

  /// What to do, as a whole sentence.
  public let texts: Texts
  /// Id of a registered command, or a word of the console's own such as `help`; nil where nothing is to be called.
  public let command: String?
  /// What the command is to be given, by field name.
  public let input: [Value.Member]
  /// Whoever may do it; empty where everybody may, or nobody can tell.
  public let roles: [Holder]

  /// - Parameters:
  ///   - texts: what to do, as a whole sentence.
  ///   - command: id of a registered command, or a word of the console's own.
  ///   - input: what the command is to be given.
  ///   - roles: whoever may do it.
  public init(_ texts: Texts, command: String? = nil, input: [Value.Member] = [], roles: [Holder] = []) {
    self.texts = texts
    self.command = command
    self.input = input
    self.roles = roles
  }

  /// As it is typed at the console: `groups show GR-27-1405-0012`; nil where nothing is to be called.
  public var line: String? {
    guard let command else { return nil }
    let words = command.split(separator: ".", maxSplits: 1).joined(separator: " ")
    let given = input.map { member in
      let text = NextStep.typed(member.value)
      return command.contains(".") ? "\(member.name)=\(text)" : text
    }
    return ([words] + given).joined(separator: " ")
  }

  /// A value as one word of a console line: quoted where a blank or a quote would end or open it.
  private static func typed(_ value: Value) -> String {
    let text: String
    switch value {
    case .text(let given): text = given
    case .day(let day): text = day.text
    case .personal(let inner): return typed(inner)
    default: return JSONWriter.text(value)
    }
    let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || "'\"#{[".contains($0) }
    guard !isPlain else { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }

  /// As problem documents carry it.
  public var value: Value {
    var members: [Value.Member] = [.init("en", .text(texts.en)), .init("fa", .text(texts.fa))]
    if let command { members.append(.init("command", .text(command))) }
    if !input.isEmpty { members.append(.init("input", .object(input))) }
    if !roles.isEmpty {
      members.append(
        .init(
          "roles",
          .list(
            roles.map { .record(["code": .text($0.code), "en": .text($0.texts.en), "fa": .text($0.texts.fa)]) })))
    }
    return .object(members)
  }

  /// Reads what `value` wrote; nil for what is no such object.
  public init?(_ value: Value) {
    guard let fa = value["fa"]?.string, let en = value["en"]?.string else { return nil }
    let roles = (value["roles"]?.items ?? []).compactMap { role -> Holder? in
      guard let code = role["code"]?.string else { return nil }
      return Holder(code, Texts(role["fa"]?.string ?? code, role["en"]?.string ?? code))
    }
    self.init(Texts(fa, en), command: value["command"]?.string, input: value["input"]?.members ?? [], roles: roles)
  }
}
