public import Feature

/// Where an institute stands on its road.
public enum InstituteState: String, Choice {
  /// The road from a file to a licence, then what can become of the licence.
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
  /// Its row.
  public let id: ID<InstituteEntity>
  /// `IN-27-1405-0001`.
  public let code: String
  /// As it is registered.
  public let name: String
  /// Who licenses it.
  public let province: Province
  /// nil for one that belongs to the province as a whole.
  public let county: ID<CountyEntity>?
  /// Where it stands today.
  public let state: InstituteState
  /// The day of the licence; nil before there is one.
  public let licensedOn: JalaliDay?
  /// The last day of the licence; nil before there is one.
  public let licenceValidUntil: JalaliDay?

  /// Made by Institutes.
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
  /// What others may know of an institute.
  ///
  /// - Throws: `Refusal.notFound`, also for an institute of another province.
  func institute(_ reference: Ref<InstituteEntity>, in snapshot: borrowing Snapshot) throws -> InstituteFacts
  /// Institutes whose first licence is of a Jalali year, first to last day of it; a renewal founds nothing.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func founded(in province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> [ID<InstituteEntity>]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for an institute of another province.
  public func institute(_ reference: Ref<InstituteEntity>) throws -> InstituteFacts {
    try contract((any InstitutesContract).self).institute(reference, in: snapshot)
  }

  /// Institutes that were given their first licence within a Jalali year: each in one year only.
  ///
  /// - Parameter year: Jalali.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func institutesFounded(in province: Province, year: Int) throws -> [ID<InstituteEntity>] {
    try contract((any InstitutesContract).self).founded(in: province, year: year, in: snapshot)
  }
}
