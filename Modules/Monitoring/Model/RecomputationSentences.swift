import Contracts
import Feature

extension RecomputeMeasurement.Output {
  /// Whether counting again gave the same, and whether what was frozen is still what the ledger has.
  static func sentences(_ code: String, isEqual: Bool, isIntact: Bool, differences: Int) -> [Texts] {
    let many = FigureText.counted(differences, "تفاوت", "difference", "differences")
    return [
      isEqual
        ? Texts("\(code): شمارش دوباره همان عددها و همان مستندات را داد.", "\(code): counted again, with the same figures and records.")
        : Texts("\(code): شمارش دوباره نتیجهٔ دیگری داد: \(many.fa).", "\(code): counted again, with another result: \(many.en)."),
      isIntact
        ? Texts("عددها و مستندات ثبت‌شده همان است که در دفتر است.", "The frozen figures and records are those that the ledger has.")
        : Texts(
          "عددها یا مستندات ثبت‌شده دیگر آن نیست که در دفتر است.", "The frozen figures or records are no longer those that the ledger has."),
    ]
  }
}
