import Contracts
public import Registry

extension Permission {
  public static let accountsAdmin = Permission(
    "accounts.admin", "مدیریت همکاران", "manage staff accounts", heldBy: [.nationalAdmin, .provincialAdmin])
  public static let accountsRead = Permission(
    "accounts.read", "دیدن همکاران", "see staff accounts", heldBy: [.nationalAdmin, .provincialAdmin, .auditor])
}
