/// The answer is no: a rule, a permission, a state, a conflict or bad input. Everything else that is thrown is our fault.
public struct Refusal: Error, Sendable {
  /// What kind of no; each face turns it into its own sign (HTTP status, exit code).
  public enum Kind: String, Sendable {
    /// The input cannot be read; nobody has signed in; the role does not allow it; no such thing in scope; the state or an equal thing
    /// stands against it; the revision asked for (`If-Match`) is not the present one; none was given where one must be.
    case malformed, unauthenticated, forbidden, notFound, conflict, preconditionFailed, preconditionRequired
    /// A rule said no; attempts come too often; the request is too large; the house cannot answer now.
    case rule, tooMany, tooLarge, unavailable
  }

  /// What kind of no.
  public let kind: Kind
  /// Stable and machine-readable, such as `rule.refused` or `field.unknown`.
  public let code: String
  /// The reason, and what would help.
  public let texts: Texts
  /// One entry for each field or objection concerned.
  public var faults: [FieldFault]
  /// The rule that said no, with its version, citation and the parameters in force.
  public var rule: Value?
  /// Seconds to wait before another attempt makes sense.
  public var retryAfter: Int?
  /// The ledger entry that the refused attempt left; nil where none did, or nobody waited for it.
  public var entry: Int64?
  /// What to do next and who may; the engine fills it where the one who refuses said nothing better.
  public var next: [NextStep] = []
  /// The ledger's name of the entity it is about, such as `groups.group`; nil where that is not one.
  public var entity: String?

  /// A no of any kind; see `input`, `notFound` and `conflict` for the common ones.
  ///
  /// - Parameters:
  ///   - kind: what kind of no.
  ///   - code: stable, for machines.
  ///   - texts: the reason, and what would help.
  ///   - faults: one entry for each field or objection concerned.
  ///   - rule: the rule that said no, with its version, citation and the parameters in force.
  ///   - retryAfter: seconds.
  public init(
    _ kind: Kind, _ code: String, _ texts: Texts, faults: [FieldFault] = [], rule: Value? = nil, retryAfter: Int? = nil
  ) {
    self.kind = kind
    self.code = code
    self.texts = texts
    self.faults = faults
    self.rule = rule
    self.retryAfter = retryAfter
  }

  /// Bad input: all faults found, each with a pointer to its field (RFC 6901).
  public static func input(_ faults: [FieldFault]) -> Refusal {
    Refusal(
      .malformed, "input.invalid",
      Texts("ورودی پذیرفته نشد؛ ایرادها را ببینید.", "The input was not accepted; see the errors."), faults: faults)
  }

  /// Bad input with one fault.
  ///
  /// - Parameters:
  ///   - pointer: JSON Pointer (RFC 6901) of the field; empty for the whole input.
  ///   - code: stable, such as `field.required`.
  ///   - texts: what is wrong and what would be right.
  public static func input(_ pointer: String, _ code: String, _ texts: Texts) -> Refusal {
    .input([FieldFault(pointer, code, texts)])
  }

  /// A thing that does not exist, or belongs to somebody else's province: the answer is the same on purpose.
  public static func notFound(_ what: Texts) -> Refusal {
    let en = what.en.prefix(1).uppercased() + what.en.dropFirst()
    return Refusal(.notFound, "not-found", Texts("\(what.fa) پیدا نشد.", "\(en) was not found."))
  }

  /// The same for an entity, so that whoever reads it can be told where to look.
  public static func notFound(_ entity: any Entity.Type) -> Refusal {
    let what = entity.texts
    var refusal = Refusal(.notFound, "not-found", Texts("\(what.fa) پیدا نشد.", "The \(what.en) was not found."))
    refusal.entity = entity.object
    return refusal
  }

  /// The thing is not in a state that allows this step, or an equal one exists already.
  public static func conflict(_ code: String, _ texts: Texts) -> Refusal { Refusal(.conflict, code, texts) }
}

/// What is wrong with one field.
public struct FieldFault: Error, Sendable, Hashable {
  /// JSON Pointer (RFC 6901) from the input's root.
  public var pointer: String
  /// Stable and machine-readable, such as `field.required`.
  public let code: String
  /// What is wrong, and where it helps what would be right.
  public let texts: Texts

  /// A type that no field can hold, such as a fraction.
  static let unsupported = FieldFault(
    "", "field.unsupported", Texts("این نوع در طرح‌واره پشتیبانی نمی‌شود.", "This type has no schema."))

  /// A fault.
  ///
  /// - Parameters:
  ///   - pointer: JSON Pointer (RFC 6901) from the input's root; empty where only the caller knows the place.
  ///   - code: stable, for machines.
  ///   - texts: what is wrong.
  public init(_ pointer: String = "", _ code: String, _ texts: Texts) {
    self.pointer = pointer
    self.code = code
    self.texts = texts
  }
}
