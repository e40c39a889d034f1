import Contracts
import Feature

/// A time limit that somebody's work stands under, with the way its last day was counted.
struct TimeLimit: ProvincialRecord, StatefulRecord {
  typealias Of = DeadlineEntity
  typealias Machine = DeadlineLifecycle
  static let table = Table("deadlines_deadline", reach: .province)

  var id = ID<DeadlineEntity>(0)
  var rev = 0
  var province: Province
  /// `module.what`; one running deadline of a kind per object.
  var kind: String
  /// As in the ledger, `mobilisation.clinic/3`.
  var object: String
  var textFa: String
  var textEn: String
  var startsOn: JalaliDay
  var days: Int
  var rule: DeadlineRule
  var due: JalaliDay
  var steps: [CountStep]
  var state: DeadlineState
  var stoppedOn: JalaliDay?
  var metOn: JalaliDay?
  /// The last night that looked at it.
  var evaluatedOn: JalaliDay?
  /// The next night on which something is to be said or settled; nil when nothing will be.
  var nextCheck: JalaliDay?
}

/// One line of the count or of what must not be taken for granted about it.
struct CountStep: Codable, Sendable {
  var day: JalaliDay?
  var fa: String
  var en: String

  init(day: JalaliDay?, fa: String, en: String) {
    self.day = day
    self.fa = fa
    self.en = en
  }
}

enum DeadlineState: String, Choice {
  case open, stopped, met, missed

  var texts: Texts {
    switch self {
    case .open: Texts("در جریان", "open")
    case .stopped: Texts("ایستاده", "stopped")
    case .met: Texts("انجام‌شده", "met")
    case .missed: Texts("گذشته", "missed")
    }
  }
}

extension TimeLimit {
  /// The next day, from `first` on, on which a warning falls or the limit has passed.
  func check(from first: JalaliDay, daysBefore: [Int]) -> JalaliDay {
    let warnings = daysBefore.map { due.adding(days: -max(0, $0)) }.filter { $0 >= first && $0 <= due }
    return warnings.min() ?? max(due.adding(days: 1), first)
  }
}

extension [CountStep] {
  init(_ count: Deadline) {
    self =
      count.steps.map { CountStep(day: $0.day, fa: $0.fa, en: $0.en) }
      + count.warnings.map { CountStep(day: nil, fa: $0.fa, en: $0.en) }
  }
}
