import Contracts
import Feature

extension Permission {
  static let accountsAdmin = Permission(
    "accounts.admin", "مدیریت همکاران", "manage staff accounts", heldBy: [.nationalAdmin, .provincialAdmin])
  static let accountsConfirm = Permission(
    "accounts.confirm", "تأیید سمت‌ها", "confirm posts that decide", heldBy: [.nationalAdmin, .provincialAdmin, .provincialDirector])
  static let accountsProposals = Permission(
    "accounts.proposals", "دیدن سمت‌های در انتظار تأیید", "see posts that wait for a second hand",
    heldBy: [.nationalAdmin, .provincialAdmin, .provincialDirector, .auditor])
  static let accountsRead = Permission(
    "accounts.read", "دیدن همکاران", "see staff accounts", heldBy: [.nationalAdmin, .provincialAdmin, .auditor])
}
