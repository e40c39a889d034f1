public import Engine
import Feature
import Secrets
import Values

extension Runtime {
  /// Does what is the first thing for whoever was handed a one-time secret: changes it for one that nobody else made.
  ///
  /// - Returns: the new one.
  /// - Throws: `Refusal` when the secret is not that account's, or has died.
  public func changeSecret(_ secret: String, of staff: Int64, channel: String) throws -> String {
    let own = Random.password()
    let owner = Principal(id: "u\(staff)", staff: staff, name: "", grants: [], session: channel)
    try Caller(self, principal: owner, channel: channel).perform(
      "accounts.set-password", .record(["old": .text(secret), "new": .text(own)]))
    return own
  }
}
