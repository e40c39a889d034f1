public import Jalali
public import Persian
public import Registry
public import Values

public struct InstituteFacts: Sendable {
  public let id: ID<InstituteEntity>
  public let code: String
  public let name: String
  public let province: Province
  public let county: ID<CountyEntity>?
  /// `file`, `approved`, `agreedInPrinciple`, `licensed`, `suspended`, `expired`, `revoked`, `dissolved`
  public let state: String
  public let licensedOn: JalaliDay?
  public let licenceValidUntil: JalaliDay?

  public init(
    id: ID<InstituteEntity>, code: String, name: String, province: Province, county: ID<CountyEntity>?, state: String,
    licensedOn: JalaliDay?, licenceValidUntil: JalaliDay?
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.province = province
    self.county = county
    self.state = state
    self.licensedOn = licensedOn
    self.licenceValidUntil = licenceValidUntil
  }

  /// Whether it may work under its establishment and activity licence on that day.
  public func isLicensed(on day: JalaliDay) -> Bool {
    state == "licensed" && licenceValidUntil.map { $0 >= day } ?? false
  }
}

/// Answered by Institutes.
public protocol InstitutesBook: Sendable {
  func institute(_ reference: Ref<InstituteEntity>, in look: borrowing Look) throws -> InstituteFacts
  /// Rows of institutes newly licensed within a Jalali year.
  func founded(in province: Province, year: Int, in look: borrowing Look) throws -> [ID<InstituteEntity>]
}

extension ReadAccess where Self: ~Copyable {
  public var institutes: any InstitutesBook { get throws { try ask((any InstitutesBook).self) } }
}
