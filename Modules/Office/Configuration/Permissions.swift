import Contracts
import Feature

extension Permission {
  static let configurationRead = Permission(
    "configuration.read", "دیدن پیکربندی", "see the configuration", heldBy: Role.all)
  static let configurationWrite = Permission(
    "configuration.write", "تعیین ماژول‌ها و مقادیر قواعد", "switch modules and set parameters", heldBy: [.nationalAdmin])
}
