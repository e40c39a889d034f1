public import Feature

/// Where an institute stands on its road.
public enum InstituteState: String, Choice {
  case file, approved, agreedInPrinciple, licensed, suspended, expired, revoked, dissolved

  /// What people call it.
  public var texts: Texts {
    switch self {
    case .file: Texts("پرونده در دست تکمیل", "file being prepared")
    case .approved: Texts("پروندهٔ تأییدشده", "file approved")
    case .agreedInPrinciple: Texts("دارای موافقت اصولی", "agreed in principle")
    case .licensed: Texts("دارای پروانه", "licensed")
    case .suspended: Texts("پروانه تعلیق شده", "licence suspended")
    case .expired: Texts("پروانه منقضی شده", "licence expired")
    case .revoked: Texts("پروانه ابطال شده", "licence revoked")
    case .dissolved: Texts("منحل شده", "dissolved")
    }
  }

  /// Nothing follows.
  public var isClosed: Bool { self == .revoked || self == .dissolved }
}

/// What others may know of an institute.
public struct InstituteFacts: Sendable {
  public let id: ID<InstituteEntity>
  public let code: String
  public let name: String
  public let province: Province
  public let county: ID<CountyEntity>?
  public let state: InstituteState
  public let licensedOn: JalaliDay?
  public let licenceValidUntil: JalaliDay?

  public init(
    id: ID<InstituteEntity>, code: String, name: String, province: Province, county: ID<CountyEntity>?, state: InstituteState,
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
    state == .licensed && licenceValidUntil.map { $0 >= day } ?? false
  }
}

/// Answered by Institutes.
public protocol InstitutesContract: Sendable {
  func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts
  func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for an institute of another province.
  public func institute(_ reference: Ref<InstituteEntity>) throws -> InstituteFacts {
    try contract((any InstitutesContract).self).institute(reference, in: snapshot)
  }

  /// Institutes newly licensed within a Jalali year.
  public func institutesFounded(in province: Province, year: Int) throws -> [ID<InstituteEntity>] {
    try contract((any InstitutesContract).self).founded(in: province, year: year, in: snapshot)
  }
}
