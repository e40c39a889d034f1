import Contracts
import Feature

extension Permission {
  static let configurationRead = Permission(
    "configuration.read", "دیدن پیکربندی", "see the configuration", heldBy: Role.all)
  static let configurationWrite = Permission(
    "configuration.write", "پیشنهاد ماژول‌ها و مقادیر قواعد", "propose switches and parameters", heldBy: [.nationalAdmin])
  static let configurationApprove = Permission(
    "configuration.approve", "تصویب تغییر قواعد", "approve changes of rules", heldBy: [.nationalAdmin])
  static let configurationCorrectPast = Permission(
    "configuration.correct-past", "پیشنهاد اصلاح گذشتهٔ قواعد", "propose corrections of past rules", heldBy: [.nationalAdmin])
}
