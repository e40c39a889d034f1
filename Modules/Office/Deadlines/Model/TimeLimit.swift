public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A time limit that somebody's work stands under, with the way its last day was counted.
public struct TimeLimit: ProvincialRecord {
  public typealias Of = DeadlineEntity
  public static let table = Table("deadlines_deadline", reach: .province)

  public var id = ID<DeadlineEntity>(0)
  public var rev = 0
  public var province: Province
  /// `module.what`; one running deadline of a kind per object.
  public var kind: String
  /// As in the ledger, `mobilisation.clinic/3`.
  public var object: String
  public var textFa: String
  public var textEn: String
  public var startsOn: JalaliDay
  public var days: Int
  public var rule: DeadlineRule
  public var due: JalaliDay
  public var steps: [CountStep]
  public var state: DeadlineState
  public var stoppedOn: JalaliDay?
  public var metOn: JalaliDay?
  /// The last night that looked at it.
  public var evaluatedOn: JalaliDay?
  /// The next night on which something is to be said or settled; nil when nothing will be.
  public var nextCheck: JalaliDay?
}

/// One line of the count or of what must not be taken for granted about it.
public struct CountStep: Codable, Sendable {
  public var day: JalaliDay?
  public var fa: String
  public var en: String

  init(day: JalaliDay?, fa: String, en: String) {
    self.day = day
    self.fa = fa
    self.en = en
  }
}

public enum DeadlineState: String, Choice {
  case open, stopped, met, missed

  public var texts: Texts {
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
