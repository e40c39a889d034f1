import Contracts
import Registry
import Values

/// What the state of a licence means for the institute's bases, in the same transaction. Bases may not be installed.
enum LicenceCascade {
  static func ended(_ institute: Institute, reason: String, work: borrowing UnitOfWork) throws {
    guard let bases = try? work.healthBases else { return }
    try bases.licenceEnded(of: institute.id, reason: reason, work: work)
  }

  static func restored(_ institute: Institute, work: borrowing UnitOfWork) throws {
    guard let bases = try? work.healthBases else { return }
    try bases.licenceRestored(of: institute.id, work: work)
  }
}
