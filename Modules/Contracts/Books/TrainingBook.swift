public import Jalali
public import Persian
public import Registry
public import Values

/// Answered by Training.
public protocol TrainingBook: Sendable {
  /// Those of the given people who hold a certificate that counts and is not revoked on that day.
  func certified(
    among people: [ID<PersonEntity>], on day: JalaliDay, in look: borrowing Look
  ) throws -> [ID<PersonEntity>]
  /// Distinct people who completed a course until the day.
  func covered(in province: Province, until day: JalaliDay, in look: borrowing Look) throws -> [ID<PersonEntity>]
}

extension ReadAccess where Self: ~Copyable {
  public var training: any TrainingBook { get throws { try ask((any TrainingBook).self) } }
}
