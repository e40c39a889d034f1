/// What the engine asks the accounts desk about work for which nobody is there: who sees it, and from when on. Seeing it gives
/// no right to do it.
public protocol Superiors: Sendable {
  /// Whether somebody's posts stand above one of the roles, anywhere; asked first, because it needs no store.
  func isAbove(_ principal: Principal, _ roles: Set<String>) -> Bool
  /// Why work of these roles in a place is shown to whoever asks: everybody who could do it is away and nobody acts for them, or
  /// nobody holds the post, and whoever asks is the first above them who is there.
  ///
  /// - Returns: nil while somebody is there, and for whoever is not that superior.
  /// - Throws: `StoreFault` when the store cannot be read.
  func vacancy(of roles: Set<String>, in province: Province, county: Int64?, in snapshot: borrowing Snapshot) throws -> Vacancy?
}

/// A post for which nobody is there.
public struct Vacancy: Sendable {
  /// The first day without anybody; nil where there never was one.
  public let since: JalaliDay?
  /// Work that waits since this day or longer is shown.
  public let shownSince: JalaliDay
  /// What the superior does about it.
  public let advice: Texts

  /// - Parameters:
  ///   - since: the first day without anybody.
  ///   - shownSince: work that waits since this day or longer is shown.
  ///   - advice: what the superior does about it.
  public init(since: JalaliDay?, shownSince: JalaliDay, advice: Texts) {
    self.since = since
    self.shownSince = shownSince
    self.advice = advice
  }
}
