public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A neighbourhood's needs put in order by a recorded method. While it is open all needs of the place belong to it;
/// the lock freezes which ones, and leaves the digest of everything the order was computed from.
public struct Ranking: CountyRecord, CodedRecord {
  public typealias Of = RankingEntity
  public static let table = Table("mobilisation_ranking", reach: .county)

  public var id = ID<RankingEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var method: RankingMethod
  public var criteria: [RankingCriterion]
  public var state: RankingState
  public var startedOn: JalaliDay
  /// Scores given, corrections included. Every score touches the ranking, so who scored counts as having edited it.
  public var scoresGiven: Int
  public var lockedOn: JalaliDay?
  /// Number and date of the steering committee's minutes.
  public var decision: String?
  /// Empty until the lock.
  public var needs: [ID<NeedEntity>]
  /// SHA-256 of criteria, weights, needs and scores at the lock, hexadecimal.
  public var inputDigest: String?
}

/// Something needs are judged by.
public struct RankingCriterion: Codable, Sendable, Equatable {
  /// A name of `StandardCriterion`, or the committee's own words.
  public var name: String
  /// 1 to 100.
  public var weight: Int
}

public enum RankingMethod: String, Choice {
  case weightedCriteria

  public var texts: Texts { Texts("معیارهای وزن‌دار", "weighted criteria") }
}

public enum RankingState: String, Choice {
  case open, locked

  public var texts: Texts {
    switch self {
    case .open: Texts("باز", "open")
    case .locked: Texts("قفل‌شده", "locked")
    }
  }
}
