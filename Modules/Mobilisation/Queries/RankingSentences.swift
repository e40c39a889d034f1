import Contracts
import Feature

extension RankingReport {
  /// What was put in order by what, who is first, what little would change it, and whether the rows are those of the lock.
  var spoken: [Texts] { [opening, order] + (isComplete ? changeSentences : []) + (isAsLocked.map { [RankingReport.lock($0)] } ?? []) }

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

  private var changeSentences: [Texts] {
    guard let least = smallestChange else {
      let none = Texts(
        "هیچ تغییر تنهایی در یک وزن یا امتیاز نخست را عوض نمی‌کند.", "No single change of a weight or a score puts another need first.")
      return [none] + (levelChanges.first.map { [level($0)] } ?? [])
    }
    let what = moved(least)
    let shared = least.alsoFirst.isEmpty ? Texts("نخست است", "be first") : Texts("نخست‌اند", "be first together")
    let then = names([least.winner] + least.alsoFirst)
    let change = Texts(
      "کوچک‌ترین تغییری که نخست را عوض می‌کند: \(what.fa)؛ آنگاه \(then.fa) \(shared.fa).",
      "The smallest change of the winner: \(what.en); \(then.en) would then \(shared.en).")
    guard canWeightChangeFirst == false else { return [change] }
    let none = Texts("هیچ وزنی به‌تنهایی نخست را عوض نمی‌کند.", "No single weight puts another need first.")
    return [change, none] + (levelChanges.first { $0.need == nil }.map { [level($0)] } ?? [])
  }

  private func level(_ change: Change) -> Texts {
    let (what, who) = (moved(change), names([change.winner] + change.alsoFirst))
    return Texts(
      "\(what.fa) تنها به برابری می‌رسد: \(who.fa).", "\(what.en.prefix(1).uppercased() + what.en.dropFirst()) only brings level: \(who.en)."
    )
  }

  /// Which weight or score moves from where to where.
  private func moved(_ change: Change) -> Texts {
    let criterion = criteria.first { $0.name == change.criterion }.map { Texts($0.fa, $0.en) } ?? Texts(change.criterion, change.criterion)
    let (from, to) = (FigureText.count(change.from), FigureText.count(change.to))
    let what =
      change.need.map { need in
        Texts("امتیاز «\(title(need))» در «\(criterion.fa)»", "the score of “\(title(need))” in “\(criterion.en)”")
      } ?? Texts("وزن «\(criterion.fa)»", "the weight of “\(criterion.en)”")
    return Texts("\(what.fa) از \(from.fa) به \(to.fa)", "\(what.en) from \(from.en) to \(to.en)")
  }

  private func names(_ needs: [ID<NeedEntity>]) -> Texts {
    Texts(needs.map { "«\(title($0))»" }.joined(separator: "، "), needs.map { "“\(title($0))”" }.joined(separator: ", "))
  }

  private static func lock(_ isAsLocked: Bool) -> Texts {
    isAsLocked
      ? Texts("ردیف‌ها همان است که هنگام قفل بود.", "The rows are those of the lock.")
      : Texts("ردیف‌ها دیگر آن نیست که هنگام قفل بود.", "The rows are no longer those of the lock.")
  }

  private func title(_ need: ID<NeedEntity>) -> String { needs.first { $0.need == need }?.title ?? "" }
}
