public import Feature

/// Where a group stands on its way from a request to an institute (S0, S1).
public enum GroupState: String, Choice {
  /// The road, in its order; `refused` is a request that ended there.
  case requested, refused, forming, formed, trained, planning, active, mature, institute
  /// Beside the road: work stands still; or the group has ended.
  case suspended, merged, dissolved

  /// What people call it.
  public var texts: Texts {
    switch self {
    case .requested: Texts("درخواست‌شده", "requested")
    case .refused: Texts("پذیرفته‌نشده", "refused")
    case .forming: Texts("در حال تشکیل", "forming")
    case .formed: Texts("تشکیل‌شده", "formed")
    case .trained: Texts("آموزش‌دیده", "trained")
    case .planning: Texts("در حال برنامه‌ریزی", "planning")
    case .active: Texts("فعال", "active")
    case .mature: Texts("بالنده", "mature")
    case .institute: Texts("مؤسسه‌شده", "an institute by now")
    case .suspended: Texts("تعلیق‌شده", "suspended")
    case .merged: Texts("ادغام‌شده", "merged")
    case .dissolved: Texts("منحل‌شده", "dissolved")
    }
  }
}

/// What others may know of a group.
public struct GroupFacts: Sendable {
  /// Its row.
  public let id: ID<GroupEntity>
  /// `GR-27-1405-0001`.
  public let code: String
  /// What its members call it.
  public let name: String
  /// Where it works.
  public let province: Province
  /// nil where its neighbourhood belongs to no county.
  public let county: ID<CountyEntity>?
  /// Whose volunteers they are.
  public let neighbourhood: ID<NeighbourhoodEntity>
  /// Where it stands today.
  public let state: GroupState
  /// Day of the formation request; S0's six months run from here.
  public let requestedOn: JalaliDay
  /// Present members.
  public let members: [ID<PersonEntity>]

  /// Made by Groups.
  public init(
    id: ID<GroupEntity>, code: String, name: String, province: Province, county: ID<CountyEntity>?,
    neighbourhood: ID<NeighbourhoodEntity>, state: GroupState, requestedOn: JalaliDay, members: [ID<PersonEntity>]
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.province = province
    self.county = county
    self.neighbourhood = neighbourhood
    self.state = state
    self.requestedOn = requestedOn
    self.members = members
  }
}

/// Answered by Groups.
public protocol GroupsContract: Sendable {
  /// What others may know of a group, on the business date.
  ///
  /// - Throws: `Refusal.notFound`, also for a group of another province.
  func group(_ reference: Ref<GroupEntity>, in snapshot: borrowing Snapshot) throws -> GroupFacts
  /// A mature group became an institute; see `Transaction.becameInstitute`.
  ///
  /// - Throws: `Refusal` of kind `rule` when it is not mature.
  func becameInstitute(_ group: ID<GroupEntity>, work: borrowing Transaction) throws
  /// People whom groups covered on one of the days at least, by membership and by attendance, each once in a county.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]]
  /// Places in which a founded group worked on one of the days at least, each once.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for a group of another province.
  public func group(_ reference: Ref<GroupEntity>) throws -> GroupFacts {
    try contract((any GroupsContract).self).group(reference, in: snapshot)
  }

  /// People whom groups covered, each once in a county: members on one of the days at least, the first and the last of a membership
  /// included and days of a suspension left out, and whoever was at an activity on one of them.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func peopleCoveredByGroups(
    in province: Province, during days: ClosedRange<JalaliDay>
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try contract((any GroupsContract).self).covered(in: province, during: days, in: snapshot)
  }

  /// Places of groups that were founded and had a member who counts, or an activity, on one of the days at least.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func placesOfGroups(in province: Province, during days: ClosedRange<JalaliDay>) throws -> [ID<NeighbourhoodEntity>] {
    try contract((any GroupsContract).self).activePlaces(in: province, during: days, in: snapshot)
  }
}

extension Transaction {
  /// Tells Groups that a mature group became an institute.
  ///
  /// - Throws: `Refusal` of kind `rule` when it is not mature.
  public func becameInstitute(_ group: ID<GroupEntity>) throws {
    try contract((any GroupsContract).self).becameInstitute(group, work: self)
  }
}
