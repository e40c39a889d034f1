import Contracts
import Feature

extension Permission {
  /// What was handed over, what was objected, and what became of it.
  static let objectionsRead = Permission(
    "objections.read", "دیدن اعتراض‌ها", "see objections",
    heldBy: Role.all.filter { $0 != .nationalObserver && $0 != .provincialAdmin })
  /// The desks that speak with applicants and institutes: they hand decisions over and enter what is said against them.
  static let objectionsWrite = Permission(
    "objections.write", "ابلاغ تصمیم و ثبت اعتراض", "hand decisions over, enter objections",
    heldBy: Role.objectionDesks)
  /// Each decision says which of them stand above whoever took it.
  static let objectionsDecide = Permission(
    "objections.decide", "تصمیم دربارهٔ اعتراض", "decide on objections",
    heldBy: [.preventionDeputy, .provincialDirector, .nationalAdmin])
}
