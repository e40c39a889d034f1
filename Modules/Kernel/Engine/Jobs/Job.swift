import Feature
public import Values

/// Long work that goes on after its request was answered: what is known of it.
public struct Job: Codable, Sendable {
  /// Its number, by which it is asked for.
  public var id: Int64
  /// `import people.register`, `export groups.groups`, `night`, `verify`, or the command that was asked for.
  public var work: String
  /// How it stands.
  public var state: JobState
  /// Id of the principal who asked for it.
  public var owner: String
  /// Steps done, and how many there are as far as that is known.
  public var done: Int
  /// nil as long as nobody can say.
  public var total: Int?
  /// RFC 3339, UTC.
  public var startedAt: String
  /// RFC 3339, UTC; nil while it is open.
  public var endedAt: String?
  /// What it had to say, oldest first; only the last hundred lines are kept.
  public var log: [String]
  /// Where the result is, once there is one; kept 48 hours.
  public var result: String?
  /// Why it failed.
  public var refusal: JobRefusal?

  /// Its members with what people call them.
  public static let fields: [Field] = ((try? Schema.fields(of: Job.self)) ?? []).labelled(
    by: ["owner": ("درخواست‌کننده", "asked for by"), "next": ("گام بعد", "next step")], in: Job.self)
}

/// How a job stands.
public enum JobState: String, Choice, Codable {
  /// `interrupted` is what the end of the server cut short; nobody takes it up again.
  case waiting, running, done, failed, cancelled, interrupted

  /// What people call it.
  public var texts: Texts {
    switch self {
    case .waiting: Texts("در نوبت", "waiting")
    case .running: Texts("در جریان", "running")
    case .done: Texts("انجام‌شده", "done")
    case .failed: Texts("ناموفق", "failed")
    case .cancelled: Texts("لغوشده", "cancelled")
    case .interrupted: Texts("نیمه‌کاره: کارگزار ایستاد", "interrupted: the server ended")
    }
  }

  /// Whether it can still change.
  public var isOpen: Bool { self == .waiting || self == .running }
}

/// A refusal as a job remembers it.
public struct JobRefusal: Codable, Sendable {
  /// As the refusal's.
  public var code: String
  /// The reason in Persian.
  public var fa: String
  /// The reason in English.
  public var en: String
  /// Pointer and message of each fault.
  public var faults: [String]
  /// What to do next, both languages in one line; nil in a job of an earlier version.
  public var next: [String]?

  /// Why a job ended with the server; an import of portions goes on with the same file.
  static func interrupted(_ work: String) -> JobRefusal {
    var refusal = Refusal(
      .unavailable, "job.interrupted", Texts("کارگزار پیش از پایان این کار ایستاد.", "The server ended before the job did."))
    refusal.next = [
      work.hasPrefix("import ")
        ? NextStep(
          Texts(
            "همان فایل را دوباره بفرستید: با skipRefused=true از همان جا ادامه می‌یابد و هیچ سطری دو بار ثبت نمی‌شود.",
            "Send the same file again: with skipRefused=true it goes on from there, and no row is kept twice."))
        : NextStep(Texts("دوباره درخواست کنید.", "Ask for it again."))
    ]
    return JobRefusal(refusal)
  }

  /// Keeps the texts and forgets the rule.
  public init(_ refusal: Refusal) {
    code = refusal.code
    fa = refusal.texts.fa
    en = refusal.texts.en
    faults = refusal.faults.map { "\($0.pointer) \($0.texts.en) · \($0.texts.fa)" }
    next = refusal.advised.next.map { "\($0.texts.en) · \($0.texts.fa)" }
  }
}

/// What a job leaves behind.
public struct JobResult: Sendable {
  /// A media type.
  public let type: String
  /// Octets of that type.
  public let body: [UInt8]
  /// Whether the work was stopped after a part of it had been kept.
  var endsEarly = false

  /// A result.
  ///
  /// - Parameters:
  ///   - type: a media type.
  ///   - body: octets of that type.
  public init(type: String, body: [UInt8]) {
    self.type = type
    self.body = body
  }

  static func json(_ value: Value, showsSecrets: Bool = false) -> JobResult {
    JobResult(type: "application/json; charset=utf-8", body: JSONWriter.write(value, showsSecrets: showsSecrets) + [0x0A])
  }
}
