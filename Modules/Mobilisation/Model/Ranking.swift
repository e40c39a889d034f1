import Contracts
import Feature

/// A neighbourhood's needs put in order by a recorded method. While it is open all needs of the place belong to it;
/// the lock freezes which ones, and leaves the digest of everything the order was computed from.
struct Ranking: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = RankingEntity
  typealias Machine = RankingLifecycle
  static let table = Table("mobilisation_ranking", reach: .county)

  var id = ID<RankingEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var method: RankingMethod
  var criteria: [RankingCriterion]
  var state: RankingState
  var startedOn: JalaliDay
  /// Scores given, corrections included. Every score touches the ranking, so who scored counts as having edited it.
  var scoresGiven: Int
  var lockedOn: JalaliDay?
  /// Number and date of the steering committee's minutes.
  var decision: String?
  /// Empty until the lock.
  var needs: [ID<NeedEntity>]
  /// SHA-256 of criteria, weights, needs and scores at the lock, hexadecimal.
  var inputDigest: String?
}

/// Something needs are judged by.
struct RankingCriterion: Codable, Sendable, Equatable {
  /// A name of `StandardCriterion`, or the committee's own words.
  var name: String
  /// 1 to 100.
  var weight: Int
}

enum RankingMethod: String, Choice {
  case weightedCriteria

  var texts: Texts { Texts("معیارهای وزن‌دار", "weighted criteria") }
}

enum RankingState: String, Choice {
  case open, locked

  var texts: Texts {
    switch self {
    case .open: Texts("باز", "open")
    case .locked: Texts("قفل‌شده", "locked")
    }
  }
}
