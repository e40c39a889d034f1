public import Jalali
public import Persian
public import Registry
import Values

/// Records a day on which a province's offices are closed by order.
public struct OrderClosure: Action {
  public var province: Province
  public var day: JalaliDay
  public var reason: String

  public static let spec = Spec(
    "regions.order-closure", "ثبت تعطیلی استان", "Record a closed day", .post, "/regions/closures",
    permission: .regionsWrite,
    fields: ["province": ("استان", "province"), "day": ("روز", "the day"), "reason": ("علت و مرجع", "why, and by whose order")])

  public func perform(in work: borrowing UnitOfWork) throws -> Closure {
    try work.insert(Closure(province: province, day: day, reason: PersianText.stored(reason)))
  }
}
