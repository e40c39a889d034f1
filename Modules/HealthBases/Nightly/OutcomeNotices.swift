import Contracts
import Feature

extension Transaction {
  /// Tells everybody who has to do with a base what became of its agreement, why, and what to do next.
  func announce(
    _ outcome: AgreementOutcome, of agreement: Agreement, _ objections: [Renewal.Objection], _ successor: Agreement?
  ) throws {
    let base = try require(HealthBase.self, agreement.base)
    let why = objections.map(\.texts)
    let next = outcome.advice(
      successor, signedUntil: try successor.flatMap { try signature(of: $0)?.dueOn }, openUntil: try hold(of: outcome)?.openUntil)
    let head = Texts(
      "توافق‌نامهٔ \(agreement.code) پایگاه «\(base.name)»: \(outcome.kind.texts.fa).",
      "The agreement \(agreement.code) of the base \(base.name): \(outcome.kind.texts.en).")
    let parts = [head] + why + [next]
    for role in [Role.preventionDeputy, .provincialDirector, .preventionOfficer, .ngoOfficer] {
      try notify(
        role, in: agreement.province,
        key: "healthbases.outcome/\(outcome.id.raw)/\(outcome.kind.rawValue)/\(day.number)/\(role.id)", object: agreement.object,
        texts: Texts(parts.map(\.fa).joined(separator: " "), parts.map(\.en).joined(separator: " ")))
    }
  }
}

extension AgreementOutcome {
  /// What to do next.
  fileprivate func advice(_ successor: Agreement?, signedUntil: JalaliDay?, openUntil: JalaliDay?) -> Texts {
    switch kind {
    case .renewed:
      guard let successor else { return Texts("", "") }
      let signing =
        signedUntil.map { Texts(" هر دو طرف تا \($0.textFa) آن را امضا می‌کنند.", " Both parties sign it until \($0.text).") }
        ?? Texts("", "")
      return Texts(
        "توافق‌نامهٔ تازه \(successor.code) از \(successor.starts.textFa) تا \(successor.ends.textFa) است.\(signing.fa)",
        "The new agreement \(successor.code) runs from \(successor.starts.text) to \(successor.ends.text).\(signing.en)")
    case .held:
      guard let day = openUntil else { return Texts("", "") }
      return isUndecided
        ? Texts("معاون پیشگیری تا \(day.textFa) تصمیم می‌گیرد.", "The deputy for prevention decides until \(day.text).")
        : Texts("پس از رفع مانع تا \(day.textFa) آزاد کنید.", "Release it until \(day.text), once the obstacle is gone.")
    case .lapsed:
      return Texts(
        "مؤسسه می‌تواند اعتراض کند، یا توافق‌نامهٔ تازه‌ای امضا شود.", "The institute may object, or a fresh agreement is signed.")
    }
  }
}
