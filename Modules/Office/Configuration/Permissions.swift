import Contracts
public import Registry

extension Permission {
  public static let configurationRead = Permission(
    "configuration.read", "دیدن پیکربندی", "see the configuration", heldBy: Role.all)
  public static let configurationWrite = Permission(
    "configuration.write", "تعیین ماژول‌ها و مقادیر قواعد", "switch modules and set parameters", heldBy: [.nationalAdmin])
}
