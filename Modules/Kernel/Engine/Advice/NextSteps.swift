public import Feature
public import Values

/// Tells a refusal what to do next and who may: read off what is declared, where the refusal leaves the engine, so that no
/// feature writes it. A refusal that brings something better keeps it. Nothing of this enters the ledger.
struct NextSteps {
  let registry: Registry
  /// What was asked for; nil for work of the kernel's own.
  let command: Command?
  let principal: Principal
  /// What the command was given; null where it could not be read.
  var input: Value = .null
  /// The store through the eyes of whoever asked; nil where none is at hand.
  var store: StoreSnapshot?
  /// What the refused unit had judged and met so far.
  var work: StoreTransaction?

  /// The refusal with its next steps. What goes wrong while they are looked for does not hide the refusal.
  func told(_ refusal: Refusal) -> Refusal {
    // Nobody reads what the night is told.
    guard refusal.next.isEmpty, principal.staff != nil || principal.id == Principal.nobody.id else { return refusal }
    var told = refusal
    if refusal.code == "conflict.exists", let clash = work?.clash { told.faults = faults(of: clash) }
    told.next = (try? steps(after: refusal)) ?? []
    if told.next.isEmpty { told.next = [NextSteps.general(after: refusal, command)] }
    return told
  }

  private func steps(after refusal: Refusal) throws -> [NextStep] {
    switch (refusal.kind, refusal.code) {
    case (_, "module.off"): return switchingOn(refusal)
    case (_, "parameter.unset"): return setting(refusal)
    case (.unauthenticated, _): return signingIn(after: refusal)
    case (.forbidden, _): return try holders()
    case (.notFound, _): return lookingUp(refusal.entity)
    case (.conflict, "conflict.exists"): return work?.clash.map(existing) ?? []
    case (.conflict, "conflict.changed"), (.preconditionFailed, _), (.preconditionRequired, _): return readingAgain()
    // Something stands against it that no other input takes away.
    case (.conflict, _): return refusal.retryAfter == nil && NextSteps.ways[refusal.code] == nil ? whatIsThere() : []
    case (.rule, _):
      guard let id = refusal.rule?["id"]?.string else { return [] }
      return try steps(afterRule: id)
    case (.malformed, _), (.tooMany, _), (.tooLarge, _), (.unavailable, _): return []
    }
  }

  // MARK: What all of them say

  /// Whoever may call a command.
  static func roles(of spec: Spec) -> [NextStep.Holder] { spec.permission.holders.map { NextStep.Holder($0.id, $0.texts) } }

  /// Whether whoever asked may call it.
  func may(_ spec: Spec) -> Bool { principal.scope(for: spec.permission) != nil }

  /// The row in the command's path, as it was given.
  func row(for command: Command) -> [Value.Member] {
    guard let field = command.rowField, let own = self.command?.rowField, field.isSameEntity(as: own), let row = input[own.name]
    else { return [] }
    return [.init(field.name, row)]
  }

  /// The row is read again, then the command is repeated.
  private func readingAgain() -> [NextStep] {
    guard let command else { return [] }
    var steps: [NextStep] = []
    if case .reference(let object, _) = command.rowField?.kind, let shown = registry.commandIndex.shows[object], may(shown.spec) {
      steps.append(
        NextStep(
          Texts("نخست ببینید اکنون چگونه است: «\(shown.spec.texts.fa)».", "Read how it stands now: \(shown.spec.texts.en.quoted)."),
          command: shown.spec.name, input: row(for: shown)))
    }
    let repeated = again(
      Texts(
        "سپس اگر هنوز لازم است، «\(command.spec.texts.fa)» را با آنچه خوانده‌اید دوباره بفرستید.",
        "Then, if it is still wanted, send \(command.spec.texts.en.quoted) again with what you read."))
    return steps + (repeated.map { [$0] } ?? [])
  }

  /// Where such a thing is found, within what the person may see.
  private func lookingUp(_ entity: String?) -> [NextStep] {
    var object = entity
    if object == nil, case .reference(let own, _) = command?.rowField?.kind { object = own }
    guard let object else { return [] }
    let lists = registry.commandIndex.lists[object] ?? []
    guard let list = lists.first(where: { may($0.spec) }) else { return [] }
    return [
      NextStep(
        Texts(
          "در فهرست «\(list.spec.texts.fa)» بجویید؛ تنها آنچه در محدودهٔ شماست پیدا می‌شود.",
          "Look it up in \(list.spec.texts.en.quoted); only what lies within your reach is found."), command: list.spec.name)
    ]
  }

  /// What can be said of any refusal, also by a face that asked no command.
  static func general(after refusal: Refusal, _ command: Command? = nil) -> NextStep {
    if let seconds = refusal.retryAfter ?? (refusal.kind == .tooMany || refusal.kind == .unavailable ? 1 : nil) {
      return NextStep(
        Texts(
          "پس از \(seconds) ثانیه همان را دوباره بفرستید.", "Send the same again after \(seconds) \(seconds == 1 ? "second" : "seconds")."))
    }
    if let known = ways[refusal.code] { return NextStep(known) }
    switch (refusal.kind, command) {
    case (.tooLarge, _):
      return NextStep(Texts("کوچک‌تر یا در چند بخش بفرستید.", "Send less at a time, or in several parts."))
    case (.unauthenticated, _):
      return NextStep(Texts("نخست با نام کاربری خود وارد شوید.", "Sign in with your user name first."), command: "login")
    case (.notFound, _?):
      return NextStep(
        Texts(
          "کد را وارسی کنید؛ تنها آنچه در محدودهٔ شماست پیدا می‌شود.", "Check the code; only what lies within your reach is found."))
    case (.conflict, _):
      return NextStep(
        Texts("ببینید اکنون چگونه است؛ همان ورودی همین پاسخ را می‌گیرد.", "See how it stands now; the same input gets the same answer."))
    case (_, nil):
      return NextStep(
        Texts("ببینید چه فرمان‌هایی هست و هر یک چه می‌خواهد.", "See which commands there are, and what each of them takes."), command: "help")
    case (_, let command?): return help(refusal, command)
    }
  }

  /// What helps after refusals of the engine's own that no other input mends.
  static let ways: [String: Texts] = [
    "idempotency.mismatch": Texts(
      "با Idempotency-Key تازه‌ای بفرستید.", "Send it with an Idempotency-Key of its own."),
    "import.one-by-one": Texts("هر ردیف را جداگانه بفرستید.", "Send each row by itself."),
    "job.ended": Texts("وضعیت و نتیجهٔ کار را ببینید.", "See the job's state and its result."),
    "transaction.leaves-entry": Texts(
      "نخست تراکنش را با commit یا rollback پایان دهید.", "End the transaction with commit or rollback first."),
    "transaction.over": Texts("تراکنش را از نو آغاز کنید.", "Begin the transaction anew."),
    "transaction.told-once": Texts("بیرون از تراکنش بفرستید.", "Send it outside a transaction."),
  ]

  private static func help(_ refusal: Refusal, _ command: Command) -> NextStep {
    let names = refusal.faults.compactMap { $0.pointer.split(separator: "/").first.map(String.init) }
    let field = command.fields.first { names.contains($0.name) }
    let words = command.spec.name.split(separator: ".", maxSplits: 1).map(String.init)
    let input = zip(["module", "verb"], words).map { Value.Member($0, .text($1)) }
    guard let field else {
      return NextStep(
        Texts(
          "ببینید «\(command.spec.texts.fa)» چه می‌خواهد و درستش را بفرستید.",
          "See what \(command.spec.texts.en.quoted) takes, mend the input and send it again."), command: "help", input: input)
    }
    return NextStep(
      Texts(
        "«\(field.texts.fa)» را درست کنید؛ راهنمای فرمان می‌گوید چه می‌پذیرد.",
        "Mend \(field.texts.en.quoted) (\(field.name)); the command's help says what it takes."), command: "help", input: input)
  }
}

extension Field {
  /// Whether both refer to the same kind of row.
  fileprivate func isSameEntity(as other: Field) -> Bool {
    guard case .reference(let one, _) = kind, case .reference(let two, _) = other.kind else { return false }
    return one == two
  }
}

extension String {
  /// As a title stands inside an English sentence.
  var quoted: String { "“\(self)”" }
}

extension Runtime {
  /// A refusal with its next steps, for what is refused before or beside the writer; any other error as it is.
  ///
  /// - Parameter reader: nil where none is at hand; colleagues are not named then.
  public func advised(
    _ error: any Error, _ command: Command, _ input: Value, _ principal: Principal, reader: ReadSession?
  ) -> any Error {
    guard let refusal = error as? Refusal else { return error }
    let scope = principal.scope(for: command.spec.permission)?.scope ?? principal.province.map { .province($0) } ?? .nothing
    let store = reader.map { core($0, principal, scope, clock.day) }
    return NextSteps(registry: registry, command: command, principal: principal, input: input, store: store).told(refusal)
  }
}

extension Refusal {
  /// The same with what can be said without the store, where nothing is said yet: for what a face refuses by itself.
  public var advised: Refusal {
    guard next.isEmpty else { return self }
    var told = self
    told.next = [NextSteps.general(after: self)]
    return told
  }
}
