import Contracts
import Feature

extension Assessment {
  /// What was given, and how far its round has come.
  ///
  /// - Parameters:
  ///   - group: the group's code.
  ///   - given: assessments of the round so far.
  func sentences(of group: String, _ round: MaturityRound, given: Int) -> [Texts] {
    let points = FigureText.fraction(total)
    let criteria = FigureText.counted(scores.count, "معیار", "criterion", "criteria")
    let number = FigureText.count(round.number)
    let many = FigureText.counted(given, "ارزیابی", "assessment", "assessments")
    return [
      Texts(
        "ارزیابی بالندگی گروه \(group) در \(day.textFa): \(points.fa) از ۱۰۰ در \(criteria.fa).",
        "Maturity assessment of the group \(group) on \(day.text): \(points.en) of 100 in \(criteria.en)."),
      Texts(
        "دور \(number.fa) این گروه «\(round.state.texts.fa)» است و \(many.fa) دارد.",
        "Round \(number.en) of this group is \(round.state.texts.en) and has \(many.en)."),
    ]
  }
}
