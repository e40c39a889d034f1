public import Feature
public import Values

/// A declared action or query with its type forgotten: what the faces work with.
public final class Command: Sendable {
  /// What changes the store, what answers one thing, what answers pages of rows.
  public enum Kind: String, Sendable { case action, query, list }

  /// Name, path, permission and words.
  public let spec: Spec
  /// Which of the three.
  public let kind: Kind
  /// The input, with labels of the module's vocabulary.
  public let fields: [Field]
  /// Fields of the output; for a list, of one row.
  public let answer: [Field]
  /// Names of the fields that stand in the path, in order.
  public let pathFields: [String]
  /// The fields of the path, and those of query or body.
  public let pathInputs: [Field]
  public let otherInputs: [Field]
  /// Whether two readers may be shown different things for the same row.
  public let showsMasks: Bool
  /// Whether slow preparation comes first, or an entry must be waited for; such work must not run on an event loop.
  public let isSlow: Bool
  /// Whether the answer is a row as it is stored, so that its revision says everything about it.
  public let answersRow: Bool
  /// Whether it only releases or confirms what others wrote, so that whoever took it is no author.
  let isConfirming: Bool
  /// Whether somebody decides for the office by it.
  let isDeciding: Bool
  /// What the answer's members refer to.
  let names: [MemberNames]
  /// The columns of a list's rows; none for others.
  let columns: [ListColumn]
  let body: Body

  /// Work that is ready to run with its decoded input.
  enum Body: Sendable {
    case action(@Sendable (Value) throws -> any PreparedCall)
    case query(@Sendable (Value, borrowing Snapshot) throws -> any Encodable)
    case list(@Sendable (Value) throws -> Selection)
  }

  /// Query fields that every list has.
  static let listFields: [Field] = {
    struct Paging: Codable { var limit: Int?, cursor: String? }
    let fields = (try? Schema.fields(of: Paging.self)) ?? []
    return Field.named(
      fields,
      by: ["limit": ("تعداد ردیف در هر برگ، تا ۵۰۰", "rows a page, up to 500"), "cursor": ("نشانهٔ برگ بعد", "the next page's mark")])
  }()

  convenience init<Declared: Action>(action: Declared.Type, _ words: Words) throws {
    let answer = try Schema.fields(of: Declared.Output.self).shown.labelled(by: words, in: Declared.Output.self)
    let texts = try Schema.fields(of: Declared.self).filter(\.isNeededText).map(\.name)
    try self.init(
      Declared.spec, .action, Declared.self, words, answer: answer, answersRow: Declared.Output.self is any Record.Type,
      body: .action { value in
        Call(action: try ValueDecoder.decode(Declared.self, from: value), blanks: texts.filter { value[$0]?.isBlankText == true })
      })
  }

  convenience init<Declared: Query>(query: Declared.Type, _ words: Words) throws {
    let answer = try Schema.fields(of: Declared.Output.self).shown.labelled(by: words, in: Declared.Output.self)
    try self.init(
      Declared.spec, .query, Declared.self, words, answer: answer, answersRow: Declared.Output.self is any Record.Type,
      body: .query { value, snapshot in
        try ValueDecoder.decode(Declared.self, from: value).answer(in: snapshot)
      })
  }

  convenience init<Declared: ListQuery>(list: Declared.Type, _ words: Words) throws {
    let answer = try Schema.fields(of: Declared.Item.self).shown.labelled(by: words, in: Declared.Item.self)
    try self.init(
      Declared.spec, .list, Declared.self, words, answer: answer, answersRow: false,
      body: .list { value in
        try ValueDecoder.decode(Declared.self, from: value).selection()
      })
  }

  private init<Declared: Decodable>(
    _ spec: Spec, _ kind: Kind, _ type: Declared.Type, _ words: Words, answer: [Field], answersRow: Bool, body: Body
  ) throws {
    self.spec = spec
    self.kind = kind
    self.body = body
    isConfirming = type is any ConfirmingAction.Type
    isDeciding = type is any DecidingAction.Type
    isSlow = type is any PreparedAction.Type || (type as? any Query.Type)?.leavesEntry == true
    self.answer = answer
    names = answer.map { MemberNames($0) }
    columns = kind == .list ? ListColumn.all(of: answer) : []
    self.answersRow = answersRow
    let declared = try Schema.fields(of: type).labelled(by: words, in: type).map { field in
      var named = field
      if let texts = spec.fieldTexts[field.name] { named.texts = texts }
      return named
    }
    fields = (kind == .list ? declared + Command.listFields : declared).map { $0.bounded { spec.length(of: $0).rawValue } }
    pathFields = spec.path.split(separator: "/").compactMap { part in
      part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
    }
    let unknown = pathFields.filter { name in !declared.contains { $0.name == name && !$0.isOptional } }
    guard unknown.isEmpty else {
      throw RegistryFault(
        Texts(
          "\(spec.id): در مسیر فیلد ناشناخته یا اختیاری آمده است: \(unknown)",
          "\(spec.id): the path names unknown or optional fields: \(unknown)"))
    }
    let inPath = Set(pathFields)
    pathInputs = fields.filter { inPath.contains($0.name) }
    otherInputs = fields.filter { !inPath.contains($0.name) }
    showsMasks = answer.contains { $0.guarding == .secret }
  }
}

extension Command {
  /// Where somebody may call it, and in which role.
  ///
  /// - Throws: `Refusal` 401 or 403; never tells what exists.
  func permit(_ principal: Principal) throws -> (Scope, String) {
    let held = principal.scope(for: spec.permission)
    if let duty = principal.duty, held == nil ? duty.bar == .everything : duty.bar == .decisions && isDeciding { throw duty.refusal }
    if let held { return held }
    if principal.id == Principal.nobody.id {
      throw Refusal(.unauthenticated, "session.required", Texts("نخست وارد شوید.", "Sign in first."))
    }
    if principal.lacksByActing(spec.permission) {
      throw Refusal(
        .forbidden, "permission.not-for-acting",
        Texts(
          "اختیار مالی به جانشین نمی‌رسد؛ «\(spec.texts.fa)» با کسی است که این سمت را خود دارد.",
          "Powers over money do not go to an acting person; this is for somebody who holds the post: \(spec.texts.en)."))
    }
    throw Refusal(
      .forbidden, "permission.missing",
      Texts("شما اجازهٔ «\(spec.texts.fa)» را ندارید.", "You do not have the right to do this: \(spec.texts.en)."))
  }
}

extension Refusal {
  /// What takes or tells a secret is not tried out: guesses would not count, and what is told would be no secret of anything.
  static let noDryRun = Refusal(
    .malformed, "dryRun.none",
    Texts(
      "این کار گذرواژه می‌گیرد یا می‌دهد و اجرای آزمایشی ندارد.", "This takes or tells a password and has no dry run; send it without dryRun."
    ))
}

/// An action with its input, its type forgotten.
protocol PreparedCall: Sendable {
  mutating func prepare(in snapshot: borrowing Snapshot) throws
  /// - Parameter encodesAnswer: whether the answer is wanted; else it is null.
  func perform(in engine: any TransactionEngine, encodesAnswer: Bool) throws -> Value
}

extension PreparedCall {
  func perform(in engine: any TransactionEngine) throws -> Value { try perform(in: engine, encodesAnswer: true) }
}

private struct Call<Declared: Action>: PreparedCall {
  var action: Declared
  /// Needed texts in which nothing is written.
  let blanks: [String]

  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    guard var slow = action as? any PreparedAction else { return }
    try slow.prepare(in: snapshot)
    if let ready = slow as? Declared { action = ready }
  }

  /// An action that has something of its own to say of a blank says it; what no action minds is refused here.
  func perform(in engine: any TransactionEngine, encodesAnswer: Bool) throws -> Value {
    let answer = try action.perform(in: Transaction(engine))
    guard blanks.isEmpty else {
      throw Refusal.input(
        blanks.map { FieldFault("/\($0)", "field.empty", Texts("این مورد نباید خالی باشد.", "This must not be empty.")) })
    }
    return encodesAnswer ? try ValueEncoder.encode(answer) : .null
  }
}

extension Field {
  fileprivate var isNeededText: Bool { if case .text = kind { !isOptional } else { false } }
}

extension Value {
  /// A text of which nothing is seen.
  fileprivate var isBlankText: Bool {
    switch self {
    case .text(let text):
      !text.unicodeScalars.contains { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
    case .secret(let inner), .personal(let inner): inner.isBlankText
    default: false
    }
  }
}
