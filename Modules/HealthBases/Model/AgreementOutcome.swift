import Contracts
import Feature

/// What became of an agreement that ended: exactly one per agreement and year, by constraint.
struct AgreementOutcome: CountyRecord {
  typealias Of = OutcomeEntity
  /// Written also where the module is off: being off is one of the reasons an agreement is held.
  static let table = Table("healthbases_outcome", reach: .county, isSwitchable: false)

  var id = ID<OutcomeEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  /// Jalali year in which a next term begins.
  var year: Int
  var kind: OutcomeKind
  /// Codes of the objections of the rule `healthbases.renewal`; empty for a renewal.
  var reasons: [String]
  /// The new agreement.
  var successor: ID<AgreementEntity>?
  var settledOn: JalaliDay
  /// When one that had been held or had lapsed was renewed all the same.
  var releasedOn: JalaliDay?
}

enum OutcomeKind: String, Choice {
  case renewed, lapsed, held

  var texts: Texts {
    switch self {
    case .renewed: Texts("تجدیدشده", "renewed")
    case .lapsed: Texts("بی‌تجدید پایان‌یافته", "lapsed")
    case .held: Texts("متوقف", "held")
    }
  }
}

extension ShowRenewals.Output {
  /// How many ended and what became of them, and whether the counts agree.
  static func sentence(_ year: Int, ended: Int, renewed: Int, lapsed: Int, held: Int, isProven: Bool) -> Texts {
    let all = FigureText.counted(ended, "توافق‌نامهٔ پایان‌یافته", "agreement", "agreements")
    let parts = [renewed, lapsed, held].map(FigureText.count)
    let verdict = isProven ? Texts("شمارها با هم می‌خوانند", "the counts agree") : Texts("شمارها با هم نمی‌خوانند", "the counts do not agree")
    return Texts(
      "سال \(PersianText.persianDigits(year)): از \(all.fa) \(parts[0].fa) تجدید شد، \(parts[1].fa) بی‌تجدید ماند و \(parts[2].fa) متوقف است؛ \(verdict.fa).",
      "Year \(year): of \(all.en) that ended, \(parts[0].en) renewed, \(parts[1].en) lapsed, \(parts[2].en) held; \(verdict.en).")
  }
}

extension ShowRenewals.Output.Line {
  /// What became of one agreement and every reason in words; or why nothing has yet.
  ///
  /// - Parameter day: the business date.
  func sentence(on day: JalaliDay) -> Texts {
    let head = Texts(
      "\(agreement.text) (\(base.text))، روز پایان \(ends.textFa): ", "\(agreement.text) (\(base.text)), last day \(ends.text): ")
    guard let outcome else {
      let why =
        ends < day
        ? Texts("هنوز تعیین تکلیف نشده است.", "not settled yet.") : Texts("دوره هنوز پایان نیافته است.", "the term still runs.")
      return Texts(head.fa + why.fa, head.en + why.en)
    }
    let what = outcome.sentence(reasons)
    let days =
      settledOn.map { first in
        let last = releasedOn ?? closedOn
        return last == nil || last == first
          ? Texts(" روز تعیین تکلیف: \(first.textFa).", " Settled on \(first.text).")
          : Texts(
            " نخست \(first.textFa)، سپس \(last?.textFa ?? "").", " First settled on \(first.text), then on \(last?.text ?? "").")
      } ?? Texts("", "")
    let next = successor.map { Texts(" توافق‌نامهٔ تازه: \($0.text).", " New agreement: \($0.text).") } ?? Texts("", "")
    let upheld = isUpheld ? Texts(" اعتراض مؤسسه پذیرفته شد.", " The institute's objection was upheld.") : Texts("", "")
    return Texts(head.fa + what.fa + days.fa + upheld.fa + next.fa, head.en + what.en + days.en + upheld.en + next.en)
  }
}
