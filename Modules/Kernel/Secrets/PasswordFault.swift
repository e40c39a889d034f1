import Persian

/// Why a password may not be chosen.
public enum PasswordFault: Error, Equatable, Sendable {
  /// Fewer characters than the least allowed.
  case tooShort(minimum: Int)
  /// More characters than are taken.
  case tooLong(maximum: Int)
  /// One of the passwords tried first, or little besides such words, local names and keyboard runs.
  case common
  /// Hardly any different characters.
  case monotonous

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .tooShort(let minimum): "گذرواژه باید دست‌کم \(PersianText.persianDigits(minimum)) نویسه داشته باشد."
    case .tooLong(let maximum): "گذرواژه حداکثر \(PersianText.persianDigits(maximum)) نویسه می‌تواند داشته باشد."
    case .common: "این گذرواژه از واژه‌ها یا دنباله‌های شناخته‌شده ساخته شده و زود حدس زده می‌شود."
    case .monotonous: "این گذرواژه از تکرار چند نویسه ساخته شده و زود حدس زده می‌شود."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .tooShort(let minimum): "The password needs at least \(minimum) characters."
    case .tooLong(let maximum): "The password may have at most \(maximum) characters."
    case .common: "The password is made of well-known words or keyboard runs and is soon guessed."
    case .monotonous: "The password repeats only a few characters and is soon guessed."
    }
  }
}
