/// The answer is no: a rule, a permission, a state, a conflict or bad input. Everything else that is thrown is our fault.
public struct Refusal: Error, Sendable {
  /// What kind of no; each face turns it into its own sign (HTTP status, exit code).
  public enum Kind: String, Sendable {
    case malformed, unauthenticated, forbidden, notFound, conflict, preconditionFailed, preconditionRequired
    case rule, tooMany, tooLarge, unavailable
  }

  public let kind: Kind
  /// Stable and machine-readable, such as `rule.refused` or `field.unknown`.
  public let code: String
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
  public let code: String
  public let texts: Texts

  /// A type that no field can hold, such as a fraction.
  static let unsupported = FieldFault(
    "", "field.unsupported", Texts("این نوع در طرح‌واره پشتیبانی نمی‌شود.", "This type has no schema."))

  public init(_ pointer: String = "", _ code: String, _ texts: Texts) {
    self.pointer = pointer
    self.code = code
    self.texts = texts
  }
}
