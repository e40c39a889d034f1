import Jalali
import Values

/// What happens on a road, in order, so that it can be walked again by other hands.
enum Happening {
  case step(user: String, command: String, input: Value)
  case day(JalaliDay)
}
