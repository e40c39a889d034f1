import Feature
import Engine
import Synchronization

/// Counts answers by route and status, and their time by kind of work. Its labels are bounded: routes and statuses that
/// exist, never an address or a person.
final class Meter: Sendable {
  struct Route: Sendable {
    let name: String
    let kind: Int
  }

  /// Kinds of work, the label of the histogram.
  static let kinds = ["action", "query", "list", "page", "none"]
  /// Upper bounds of the histogram's buckets in microseconds.
  static let bounds: [Int64] = [250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000]
  static let statuses = [
    200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 408, 409, 412, 413, 414, 415, 417, 421, 422, 428, 429, 431, 500, 501, 503, 505, 507,
  ]
  /// The route of whatever no route was found for.
  static let elsewhere = 0
  private static let pages = ["api.catalogue", "page.healthz", "page.openapi.json", "page.readyz", "page.metrics"] + JobRoutes.names

  /// What was counted so far.
  struct Counts: Sendable {
    /// By route, then by status.
    var answers: [Int64]
    /// By kind, then by bucket; the last bucket has no bound.
    var times: [Int64]
    /// Microseconds, by kind.
    var sums: [Int64]
  }

  let routes: [Route]
  private let numbers: [String: Int]
  private let places: [UInt8]
  private let counts: Mutex<Counts>

  init(_ registry: Registry) {
    let commands = (registry.commands + registry.ownCommands).map { command in
      Route(name: command.spec.id, kind: command.kind == .action ? 0 : command.kind == .query ? 1 : 2)
    }
    routes = [Route(name: "none", kind: 4)] + Meter.pages.map { Route(name: $0, kind: 3) } + commands
    numbers = Dictionary(routes.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var places = [UInt8](repeating: UInt8(Meter.statuses.count), count: 600)
    for (place, status) in Meter.statuses.enumerated() { places[status] = UInt8(place) }
    self.places = places
    counts = Mutex(
      Counts(
        answers: Array(repeating: 0, count: routes.count * (Meter.statuses.count + 1)),
        times: Array(repeating: 0, count: Meter.kinds.count * (Meter.bounds.count + 1)),
        sums: Array(repeating: 0, count: Meter.kinds.count)))
  }

  func number(of route: String) -> Int { numbers[route] ?? Meter.elsewhere }

  func note(route: Int, status: Int, micros: Int64) {
    let place = places.indices.contains(status) ? Int(places[status]) : Meter.statuses.count
    let kind = routes[route].kind
    let bucket = Meter.bounds.firstIndex { micros <= $0 } ?? Meter.bounds.count
    counts.withLock { counts in
      counts.answers[route * (Meter.statuses.count + 1) + place] += 1
      counts.times[kind * (Meter.bounds.count + 1) + bucket] += 1
      counts.sums[kind] += micros
    }
  }

  var now: Counts { counts.withLock { $0 } }
}
