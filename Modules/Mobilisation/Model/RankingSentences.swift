import Contracts
import Feature

extension RankingReport {
  /// What was put in order by what, who is first, what little would change it, and whether the rows are those of the lock.
  var spoken: [Texts] { [opening, order] + (isComplete ? [change] : []) + (isAsLocked.map { [RankingReport.lock($0)] } ?? []) }

  private var opening: Texts {
    let all = FigureText.counted(needs.count, "نیاز", "need", "needs")
    let by = FigureText.counted(criteria.count, "معیار", "criterion", "criteria")
    let state =
      ranking.lockedOn.map { Texts("در \($0.textFa) قفل شد", "locked on \($0.text)") } ?? ranking.state.texts
    return Texts("\(ranking.code): \(all.fa) با \(by.fa)؛ \(state.fa).", "\(ranking.code): \(all.en) by \(by.en); \(state.en).")
  }

  private var order: Texts {
    guard isComplete else {
      return Texts("هنوز همهٔ امتیازها داده نشده و ترتیبی نیست.", "Scores are still missing, so there is no order yet.")
    }
    let first = needs.filter { $0.rank == 1 }
    let names = Texts(first.map { "«\($0.title)»" }.joined(separator: "، "), first.map { "“\($0.title)”" }.joined(separator: ", "))
    let total = FigureText.count(first.first?.total ?? 0)
    let share = first.count > 1 ? Texts("نخست با هم", "First together") : Texts("نخست", "First")
    return Texts("\(share.fa): \(names.fa) با امتیاز \(total.fa).", "\(share.en): \(names.en), with a total of \(total.en).")
  }

  private var change: Texts {
    guard let least = smallestChange else {
      return Texts(
        "هیچ تغییر تنهایی در یک وزن یا امتیاز نخست را عوض نمی‌کند.", "No single change of a weight or a score puts another need first.")
    }
    let criterion = criteria.first { $0.name == least.criterion }.map { Texts($0.fa, $0.en) } ?? Texts(least.criterion, least.criterion)
    let (from, to) = (FigureText.count(least.from), FigureText.count(least.to))
    let what =
      least.need.map { need in
        Texts("امتیاز «\(title(need))» در «\(criterion.fa)»", "the score of “\(title(need))” in “\(criterion.en)”")
      } ?? Texts("وزن «\(criterion.fa)»", "the weight of “\(criterion.en)”")
    return Texts(
      "کوچک‌ترین تغییری که نخست را عوض می‌کند: \(what.fa) از \(from.fa) به \(to.fa)؛ آنگاه «\(title(least.winner))» نخست است.",
      "The smallest change of the winner: \(what.en) from \(from.en) to \(to.en); “\(title(least.winner))” would then be first.")
  }

  private static func lock(_ isAsLocked: Bool) -> Texts {
    isAsLocked
      ? Texts("ردیف‌ها همان است که هنگام قفل بود.", "The rows are those of the lock.")
      : Texts("ردیف‌ها دیگر آن نیست که هنگام قفل بود.", "The rows are no longer those of the lock.")
  }

  private func title(_ need: ID<NeedEntity>) -> String { needs.first { $0.need == need }?.title ?? "" }
}
