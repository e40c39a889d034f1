import Contracts
import Feature

extension Permission {
  static let accountsAdmin = Permission(
    "accounts.admin", "مدیریت همکاران", "manage staff accounts", heldBy: [.nationalAdmin, .provincialAdmin])
  static let accountsRead = Permission(
    "accounts.read", "دیدن همکاران", "see staff accounts", heldBy: [.nationalAdmin, .provincialAdmin, .auditor])
}
