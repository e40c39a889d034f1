import Contracts
import Engine
public import Feature
import Synchronization

/// A module that does whatever a test wants done from outside the module it is about: `TestStore.transaction(as:)` and
/// `TestStore.snapshot(as:)`. It stands in every test store; every post holds its right, each in its own region.
enum VisitorModule: FeatureModule {
  static let module = Module(
    "visitor", "بازدیدکننده", "Visitor", availability: .always, actions: [Visit.self], queries: [Look.self])
}

extension Permission {
  fileprivate static let visit = Permission("visitor.visit", "بازدید", "visit", heldBy: Role.all)
}

/// The work that waits for its visit. An input holds data only, so it names the work by number.
private enum Visits {
  typealias Work = @Sendable (borrowing Transaction) throws -> Void
  typealias ReadWork = @Sendable (borrowing Snapshot) throws -> Void

  struct Waiting {
    var last = 0
    var work: [Int: Work] = [:]
    var reading: [Int: ReadWork] = [:]
  }

  static let waiting = Mutex(Waiting())
}

private struct Visit: Action {
  var number: Int
  static let spec = Spec("visitor.visit", "بازدید", "Visit", .post, "/visitor/{number}", permission: .visit)

  func perform(in work: borrowing Transaction) throws -> Done {
    try Visits.waiting.withLock { $0.work[number] }?(work)
    return Done()
  }
}

private struct Look: Query {
  var number: Int
  static let spec = Spec("visitor.look", "نگاه", "Look", "/visitor/{number}", permission: .visit)

  func answer(in snapshot: borrowing Snapshot) throws -> Done {
    try Visits.waiting.withLock { $0.reading[number] }?(snapshot)
    return Done()
  }
}

extension TestStore {
  /// Does some work as an action of another module would: in one transaction, by somebody, within their scope.
  ///
  /// - Throws: what the work throws; nothing is kept then.
  @discardableResult
  public func transaction<Output: Sendable>(
    as principal: Principal, _ work: @escaping @Sendable (borrowing Transaction) throws -> Output
  ) throws -> Output {
    let box = Box<Output>()
    let number = Visits.waiting.withLock { waiting in
      waiting.last += 1
      waiting.work[waiting.last] = { box.put(try work($0)) }
      return waiting.last
    }
    defer { Visits.waiting.withLock { _ = $0.work.removeValue(forKey: number) } }
    try run("visitor.visit", .record(["number": .int(Int64(number))]), as: principal)
    return try box.content()
  }

  /// Reads something as a query of another module would: by somebody, within their scope.
  ///
  /// - Throws: what the reading throws.
  public func snapshot<Output: Sendable>(
    as principal: Principal, _ read: @escaping @Sendable (borrowing Snapshot) throws -> Output
  ) throws -> Output {
    let box = Box<Output>()
    let number = Visits.waiting.withLock { waiting in
      waiting.last += 1
      waiting.reading[waiting.last] = { box.put(try read($0)) }
      return waiting.last
    }
    defer { Visits.waiting.withLock { _ = $0.reading.removeValue(forKey: number) } }
    _ = try ask("visitor.look", .record(["number": .int(Int64(number))]), as: principal)
    return try box.content()
  }

  /// Reads something in the whole store.
  public func snapshot<Output>(_ read: (borrowing Snapshot) throws -> Output) throws -> Output {
    try runtime.snapshot(try runtime.openReader(), read)
  }
}

/// Where a visit leaves what it found.
private final class Box<Content: Sendable>: Sendable {
  private let kept = Mutex<Content?>(nil)

  func put(_ content: Content) { kept.withLock { $0 = content } }

  func content() throws -> Content {
    guard let content = kept.withLock({ $0 }) else { throw RegistryFault(Texts("بازدید نشد.", "The visit was not made.")) }
    return content
  }
}
