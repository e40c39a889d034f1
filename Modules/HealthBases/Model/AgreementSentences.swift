import Contracts
import Feature

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
    let held = self == .renewed && !reasons.isEmpty ? Texts("؛ پیش‌تر متوقف بود", "; it had been held") : Texts("", "")
    return Texts("\(texts.fa)\(held.fa).\(why.fa)", "\(texts.en)\(held.en).\(why.en)")
  }
}

extension Renewal {
  /// What the code of an objection says; the institute's state of then is not kept with it.
  static func words(for code: String) -> Texts? {
    let known: [Objection] = [.terminated, .disapproved, .notApproved, .baseSuspended, .moduleOff]
    if let objection = known.first(where: { $0.code == code }) { return objection.texts }
    guard code == Objection.notLicensed(state: .expired).code else { return nil }
    return Texts("پروانهٔ مؤسسه معتبر نبود.", "The institute's licence was not in force.")
  }

  /// The same for several, each as a sentence behind a blank.
  static func words(for codes: [String]) -> Texts {
    let all = codes.map { words(for: $0) ?? Texts($0, $0) }
    return Texts(all.map { " " + $0.fa }.joined(), all.map { " " + $0.en }.joined())
  }
}
