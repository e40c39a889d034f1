import Contracts
import Feature

/// A service-level agreement of one term (S4). It is never prolonged: a renewal is a new one that points to the old.
struct Agreement: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = AgreementEntity
  typealias Machine = AgreementLifecycle
  /// Written also while the module is off: that a licence or a term ended is true all the same.
  static let table = Table("healthbases_agreement", reach: .county, isSwitchable: false)
  static let naming = Naming("(SELECT b.name FROM healthbases_base b WHERE b.id = base)")

  var id = ID<AgreementEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var base: ID<HealthBaseEntity>
  var institute: ID<InstituteEntity>
  var starts: JalaliDay
  /// The last day.
  var ends: JalaliDay
  var state: AgreementState
  /// The base's agreement before it, which it renews or after whose lapse it was signed; nil for the first of a base.
  var previous: ID<AgreementEntity>?
  /// How many activities were recorded under it; so whoever recorded one has touched the agreement.
  var activities = 0
  var decision: YearDecision?
  var decidedOn: JalaliDay?
  var terminatedOn: JalaliDay?
  /// The next day on which its end is announced.
  var remindOn: JalaliDay?

  var object: String { "\(AgreementEntity.object)/\(id.raw)" }
}

enum AgreementState: String, Choice {
  case active, suspended, terminated, ended

  var texts: Texts {
    switch self {
    case .active: Texts("جاری", "in force")
    case .suspended: Texts("معلق", "suspended")
    case .terminated: Texts("خاتمهٔ زودهنگام", "terminated early")
    case .ended: Texts("پایان‌یافته", "ended")
    }
  }

  var isInForce: Bool { self == .active || self == .suspended }
}

/// What the deputy for prevention said about the year's activities (S4).
enum YearDecision: String, Choice {
  case approved, disapproved

  var texts: Texts {
    switch self {
    case .approved: Texts("تأیید شده", "approved")
    case .disapproved: Texts("تأیید نشده", "not approved")
    }
  }
}

extension ShowAgreement.Output {
  /// What was agreed, how much of each commitment was done, and what became of it.
  static func sentences(_ row: Agreement, of base: String, _ kept: [Kept], _ outcomes: [AgreementOutcome]) -> [Texts] {
    let decision = row.decision?.texts ?? Texts("هنوز گرفته نشده", "none yet")
    let opening = Texts(
      "\(row.code): توافق‌نامهٔ پایگاه \(base) از \(row.starts.textFa) تا \(row.ends.textFa)، \(row.state.texts.fa)؛ تصمیم سال: \(decision.fa).",
      "\(row.code): agreement of the base \(base), \(row.starts.text) to \(row.ends.text), \(row.state.texts.en); decision on the year: \(decision.en)."
    )
    return [opening] + commitments(kept) + outcomes.map(\.sentence)
  }

  private static func commitments(_ kept: [Kept]) -> [Texts] {
    let (done, idle) = (kept.filter { $0.activities > 0 }, kept.filter { $0.activities == 0 })
    let number = FigureText.count(done.count)
    let all = FigureText.counted(kept.count, "تعهد", "commitment", "commitments")
    let parts = done.map { part in
      let times = FigureText.counted(part.activities, "فعالیت", "activity", "activities")
      return Texts("\(part.commitment.texts.fa) (\(times.fa))", "\(part.commitment.texts.en) (\(times.en))")
    }
    let listed = parts.isEmpty ? Texts("", "") : Texts(": \(joined(parts).fa)", ": \(joined(parts).en)")
    let worked = Texts(
      "برای \(number.fa) از \(all.fa) فعالیتی ثبت شده است\(listed.fa).", "Something was done for \(number.en) of \(all.en)\(listed.en).")
    guard !idle.isEmpty else { return [worked] }
    let names = joined(idle.map(\.commitment.texts))
    return [worked, Texts("بی‌فعالیت: \(names.fa).", "Nothing yet for: \(names.en).")]
  }

  private static func joined(_ texts: [Texts]) -> Texts {
    Texts(texts.map(\.fa).joined(separator: "، "), texts.map(\.en).joined(separator: ", "))
  }
}

extension AgreementOutcome {
  /// What became of the agreement in words, with every reason.
  var sentence: Texts {
    let what = kind.sentence(reasons)
    return Texts("سرانجام برای سال \(PersianText.persianDigits(year)): \(what.fa)", "Outcome for \(year): \(what.en)")
  }
}

extension OutcomeKind {
  /// The outcome with what stood against it; what was renewed in spite of a reason had been held because of it.
  func sentence(_ reasons: [String]) -> Texts {
    let why = Renewal.words(for: reasons)
    let before = self == .renewed ? Renewal.past(of: reasons) : Texts("", "")
    return Texts("\(texts.fa)\(before.fa).\(why.fa)", "\(texts.en)\(before.en).\(why.en)")
  }
}

extension Renewal {
  /// What the code of an objection says; the institute's state of then is not kept with it.
  static func words(for code: String) -> Texts? {
    let known: [Objection] = [.terminated, .disapproved, .notApproved, .baseSuspended, .moduleOff]
    if let objection = known.first(where: { $0.code == code }) { return objection.texts }
    if code == undecidedCode {
      return Texts("تا پایان دوره تصمیمی گرفته نشده بود.", "The year was not decided by the end of the term.")
    }
    if code == Objection.notReleased(.earliest).code {
      return Texts("تا پایان دورهٔ بعد آزاد نشد.", "It was not released by the end of the next term.")
    }
    if code == Objection.upheldLate(.earliest).code {
      return Texts(
        "اعتراض پس از پایان دورهٔ بعد پذیرفته شد و سال تأییدشده است.",
        "The objection was upheld after the next term had ended; the year counts as approved.")
    }
    guard code == Objection.notLicensed(state: .expired).code else { return nil }
    return Texts("پروانهٔ مؤسسه معتبر نبود.", "The institute's licence was not in force.")
  }

  /// How what was renewed had stood before, told by why: held, or lapsed until an objection was upheld.
  static func past(of codes: [String]) -> Texts {
    guard !codes.isEmpty else { return Texts("", "") }
    let final = [Objection.disapproved, .notApproved, .notReleased(.earliest)].map(\.code)
    return codes.contains(where: final.contains)
      ? Texts("؛ پس از پذیرش اعتراض", "; an objection was upheld") : Texts("؛ پیش‌تر متوقف بود", "; it had been held")
  }

  /// The same for several, each as a sentence behind a blank.
  static func words(for codes: [String]) -> Texts {
    let all = codes.map { words(for: $0) ?? Texts($0, $0) }
    return Texts(all.map { " " + $0.fa }.joined(), all.map { " " + $0.en }.joined())
  }
}
