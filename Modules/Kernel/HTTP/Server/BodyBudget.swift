import Synchronization

/// Room for the larger bodies of all connections together. Each by itself is bounded, but a thousand peers that hold
/// back the last octet of one would fill the memory between them.
final class BodyBudget: Sendable {
  private let limit: Int
  private let taken = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  fileprivate func take(_ octets: Int) -> Bool {
    guard taken.add(octets, ordering: .relaxed).newValue <= limit else {
      taken.subtract(octets, ordering: .relaxed)
      return false
    }
    return true
  }

  fileprivate func giveBack(_ octets: Int) { taken.subtract(octets, ordering: .relaxed) }
}

/// One body's share of the room; goes with the request and ends with it, wherever that is.
final class BodyShare: Sendable {
  /// Bodies up to this are not worth counting: all connections together cannot make much of them.
  static let step = 64 * 1_024

  private let budget: BodyBudget
  private let held = Atomic<Int>(0)

  init(_ budget: BodyBudget) { self.budget = budget }

  deinit { budget.giveBack(held.load(ordering: .relaxed)) }

  /// - Returns: false when there is no room for a body of this size now.
  func grow(to octets: Int) -> Bool {
    let missing = (octets + Self.step - 1) / Self.step * Self.step - held.load(ordering: .relaxed)
    guard missing > 0 else { return true }
    guard budget.take(missing) else { return false }
    held.add(missing, ordering: .relaxed)
    return true
  }
}
