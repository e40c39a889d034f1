public import Feature
public import Ledger
import Secrets
public import Store
import Values

extension Runtime {
  /// Who is asking? No token is nobody; a token that is not good any more is refused.
  ///
  /// - Throws: `Refusal` 401.
  public func identify(_ token: String?, reader: ReadSession) throws -> Principal {
    guard let token else { return .nobody }
    let now = clock.now()
    let commits = commits
    if let commits, let known = reader.principal(of: token, at: commits, now: now) { return known }
    try reader.refresh(at: commits)
    let authenticator = try registry.contracts.provider(of: (any Authenticator).self)
    guard let session = try snapshot(reader, { try authenticator.session(for: token, at: now, in: $0) }) else {
      throw Refusal(
        .unauthenticated, "session.ended", Texts("نشست پایان یافته است؛ دوباره وارد شوید.", "The session has ended; sign in again."))
    }
    if session.wantsTouch, let act = registry.hooks.sessionUse {
      let context = CallContext(principal: session.principal, origin: .init(channel: "job", host: "", session: ""), request: "touch")
      try? performUnit(act: act, module: String(act.prefix { $0 != "." }), day: clock.day, context) { core in
        try authenticator.touch(session.id, at: now, in: Transaction(core))
        return .null
      } reply: { _ in
      }
    }
    if let commits { reader.remember(session.principal, of: token, at: commits, now: now) }
    return session.principal
  }
}

extension ContractRegistry {
  /// The same person with the posts held now: work that was asked for goes on with no more than those.
  ///
  /// - Throws: `Refusal` 401 for whoever may not sign in any more.
  func renewed(_ principal: Principal, in snapshot: borrowing Snapshot) throws -> Principal {
    guard let desk = try? provider(of: (any Authenticator).self) else { return principal }
    guard let present = try desk.renewed(principal, in: snapshot) else {
      throw Refusal(
        .unauthenticated, "account.ended", Texts("این حساب دیگر به کار نیست.", "The account is no longer in use."))
    }
    return present
  }
}

extension FileSigner {
  /// Signs for the store in a folder, with its ledger's key.
  ///
  /// - Throws: `KeyFileFault` when that cannot be read.
  public init(ofStore folder: StoreFolder) throws {
    let keys = try StoreKeys.read(folder)
    let key = NoteKey(name: keys.name, kind: .log, key: keys.audit.verifyingKey)
    self.init(keys.audit, keyID: key?.id ?? 0)
  }
}
