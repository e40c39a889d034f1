import Contracts
import Feature

extension Transaction {
  /// Keeps the reason that serious actions ask for; blank ones are refused.
  func give(reason: String) throws {
    let words = PersianText.stored(reason, keepingLines: true)
    guard !words.isEmpty else {
      throw Refusal.input("/reason", "healthbases.no-reason", Texts("علت را بنویسید.", "State the reason."))
    }
    setReason(words)
  }

  /// Agreements can be written while the module is off, for the night's sake; people's decisions on them cannot.
  func requireOn(_ province: Province) throws {
    guard try !isOn("healthbases", in: province) else { return }
    throw Refusal(
      .rule, "module.off",
      Texts("ماژول پایگاه‌ها در \(province.fa) روشن نیست.", "The module is not switched on in \(province.en)."))
  }

  /// Asks S4's conditions of a base as it is described.
  func requireAdmission(of base: HealthBase) throws {
    let institute = try institute(Ref(base.institute))
    let papers = try documents(of: base.object)
    try require(
      Admission.self,
      .init(
        isLicensed: institute.isLicensed(on: day), instituteState: institute.state, hasRecord: !base.experience.isEmpty,
        isRecordSighted: papers.contains { $0.kind == "experience" && $0.isSighted }, personnel: base.personnel.count),
      in: base.province)
  }

  /// Writes an agreement for a term that starts on a day, as the rules of the province have it.
  ///
  /// - Parameter previous: the one before it: which it renews, or after whose lapse it was signed.
  func insertAgreement(
    for base: HealthBase, starts: JalaliDay, after previous: ID<AgreementEntity>? = nil
  ) throws -> Agreement {
    let term = try parameters(of: AgreementTerm.self, in: base.province)
    let reminders = try parameters(of: RenewalReminders.self, in: base.province)
    let ends = AgreementTerm.lastDay(from: starts, under: term)
    return try insert(
      Agreement(
        province: base.province, county: base.county, base: base.id, institute: base.institute, starts: starts,
        ends: ends, state: .active, previous: previous,
        remindOn: RenewalReminders.next(after: max(starts, day).adding(days: -1), end: ends, under: reminders)))
  }
}
