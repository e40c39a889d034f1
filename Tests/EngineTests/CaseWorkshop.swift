import Engine
import Feature
import Jalali
import Persian
import Store
import Values

// A little yard whose orders wait for people: a record with a state, a part of it, a time limit and a name for the staff.

enum OrderEntity: Entity {
  static let object = "yard.order"
  static let prefix: String? = "OR"
  static let texts = Texts("سفارش", "order")
}

enum OrderState: String, Choice {
  case placed, approved, made
  var texts: Texts { Texts("حالت \(rawValue)", rawValue) }
}

enum OrderMove: String, Choice {
  case approve, make, drop
  var texts: Texts { Texts("گام \(rawValue)", "step \(rawValue)") }
}

struct Order: CountyRecord, CodedRecord, StatefulRecord, RoadRecord {
  typealias Of = OrderEntity
  typealias Machine = OrderLifecycle
  static let table = Table("yard_order", reach: .county)
  static let road = RoadPlace(RoadStop(1), milestones: [.init("placedOn", "ثبت سفارش", "order placed")])
  var id = ID<OrderEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<DistrictEntity>?
  var title: String
  var placedOn: JalaliDay
  var buyer: Personal<String>
  var state = OrderState.placed
}

enum DeliveryEntity: Entity {
  static let object = "yard.delivery"
  static let texts = Texts("تحویل", "delivery")
}

/// Linked by the day, by no column of its own.
struct Delivery: CountyRecord, RoadRecord {
  typealias Of = DeliveryEntity
  static let table = Table("yard_delivery", reach: .county)
  static let road = RoadPlace(
    RoadStop(2), milestones: [.init("day", "تحویل", "delivered")],
    matches: [.init(OrderEntity.self, ["province": "province", "day": "placedOn"])])
  var id = ID<DeliveryEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<DistrictEntity>?
  var day: JalaliDay
}

struct OrderLifecycle: StateMachine {
  typealias Subject = OrderEntity
  static let id = "yard.order-step"
  static let objectionCode = "yard.not-a-step"
  static let texts = Texts("سفارش گام به گام پیش می‌رود.", "An order goes step by step.")
  static let source = Citation("S1", "مادهٔ ۱", "article 1")
  static let transitions: [Transition<OrderState, OrderMove>] = [
    .init(.approve, from: [.placed], to: .approved, by: ApproveOrder.self),
    .init(.make, from: [.approved], to: .made, by: MakeOrder.self),
    .init(.drop, from: [.approved], to: .placed, by: DropOrder.self, role: .exceptional),
  ]
}

/// Nothing is made of a short title.
struct OrderTitle: Rule {
  static let id = "yard.order-title"
  static let texts = Texts("عنوان کوتاه نیست.", "A title is not short.")
  static let source = Citation("S1", "مادهٔ ۲", "article 2")
  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable { var length: Int }
  enum Objection: String, RuleObjection {
    case short
    var code: String { "yard.\(rawValue)" }
    var texts: Texts { Texts("عنوان کوتاه است.", "The title is short.") }
  }
  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.length < 4 ? [.short] : []
  }
}

struct PlaceOrder: Action {
  var province: Province
  var county: ID<DistrictEntity>?
  var title: String
  static let spec = Spec("yard.place", "سفارش دادن", "Place an order", .post, "/yard/orders", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Order {
    work.setReason("برای باغ")
    try work.insert(Delivery(province: province, county: county, day: work.day))
    return try work.insert(
      Order(province: province, county: county, title: title, placedOn: work.day, buyer: Personal("خریدار")))
  }
}

struct ApproveOrder: ApprovingAction {
  var order: Ref<OrderEntity>
  static let spec = Spec(
    "yard.approve", "تأیید سفارش", "Approve an order", .post, "/yard/orders/{order}/approval", permission: .approve)
  func perform(in work: borrowing Transaction) throws -> Order {
    var row = try work.require(Order.self, order)
    try work.move(&row, by: .approve)
    try work.requireSeparationOfDuties(on: row)
    try work.require(OrderTitle.self, .init(length: row.title.count), in: row.province)
    return try work.update(row)
  }
}

struct MakeOrder: Action {
  var order: Ref<OrderEntity>
  var weight: Int
  static let spec = Spec("yard.make", "ساختن", "Make it", .post, "/yard/orders/{order}/making", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Order {
    var row = try work.require(Order.self, order)
    try work.move(&row, by: .make)
    return try work.update(row)
  }
}

struct DropOrder: Action {
  var order: Ref<OrderEntity>
  static let spec = Spec("yard.drop", "کنار گذاشتن", "Drop it", .post, "/yard/orders/{order}/drop", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Order {
    var row = try work.require(Order.self, order)
    try work.move(&row, by: .drop)
    return try work.update(row)
  }
}

struct ShowOrder: Query {
  var order: Ref<OrderEntity>
  static let spec = Spec("yard.show", "دیدن", "Show an order", "/yard/orders/{order}", permission: .read)
  func answer(in snapshot: borrowing Snapshot) throws -> Order { try snapshot.require(Order.self, order) }
}

struct YardDeadlines: RunningDeadlines {
  /// The second order is the urgent one.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay] {
    ["yard.order/2": try JalaliDay(1405, 3, 1)]
  }
}

struct YardModule: FeatureModule {
  static let module = Module(
    "yard", "حیاط", "Yard",
    migrations: [
      Migration(
        "yard.tables",
        """
        CREATE TABLE yard_order(
          id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, province TEXT NOT NULL, county INTEGER,
          title TEXT NOT NULL, placed_on INTEGER NOT NULL, buyer TEXT NOT NULL, state TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE yard_delivery(
          id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL, county INTEGER, day INTEGER NOT NULL
        ) STRICT
        """)
    ], records: [Order.self, Delivery.self], rules: [OrderLifecycle.self, OrderTitle.self],
    actions: [PlaceOrder.self, ApproveOrder.self, MakeOrder.self, DropOrder.self], queries: [ShowOrder.self],
    provisions: [.provides((any RunningDeadlines).self, YardDeadlines())])
}
