import Contracts
import Feature

/// Records a day on which a province's offices are closed by order.
struct OrderClosure: Action {
  var province: Province
  var day: JalaliDay
  var reason: String

  static let spec = Spec(
    "regions.order-closure", "ثبت تعطیلی استان", "Record a closed day", .post, "/regions/closures",
    permission: .regionsWrite,
    fields: ["province": ("استان", "province"), "day": ("روز", "the day"), "reason": ("علت و مرجع", "why, and by whose order")])

  func perform(in work: borrowing Transaction) throws -> Closure {
    try work.insert(Closure(province: province, day: day, reason: PersianText.stored(reason)))
  }
}
