public import Jalali
public import Persian
public import Registry
public import Values

/// Answered by HealthBases.
public protocol HealthBasesBook: Sendable {
  /// Distinct people who took part in a base's activities until the day.
  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>]
  /// The institute's licence was suspended, revoked or expired: its bases' agreements are suspended in the same transaction.
  func licenceEnded(of institute: ID<InstituteEntity>, reason: String, work: borrowing UnitOfWork) throws
  /// The licence is in force again (reinstated or renewed): agreements that its end had suspended go on.
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing UnitOfWork) throws
}

extension HealthBasesBook {
  public func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing UnitOfWork) throws {}
}

extension ReadAccess where Self: ~Copyable {
  public var healthBases: any HealthBasesBook { get throws { try ask((any HealthBasesBook).self) } }
}
