import Synchronization

/// Counts open connections, over all loops and by address, and the room that their bodies take.
final class ConnectionLimiter: Sendable {
  private struct Counts {
    var total = 0
    var byPeer: [String: Int] = [:]
  }

  private let limits: HTTPLimits
  private let proxies: Set<String>
  private let counts = Mutex(Counts())
  let bodies: BodyBudget

  /// - Parameter proxies: many clients come through one of these addresses; only the total limits them.
  init(limits: HTTPLimits, proxies: Set<String> = []) {
    self.limits = limits
    self.proxies = proxies
    bodies = BodyBudget(limit: limits.bodiesTogether)
  }

  /// - Returns: false when there is no room for another connection of this peer.
  func admit(_ peer: String) -> Bool {
    counts.withLock { counts in
      guard counts.total < limits.connections,
        counts.byPeer[peer, default: 0] < limits.connectionsPerAddress || proxies.contains(peer)
      else { return false }
      counts.total += 1
      counts.byPeer[peer, default: 0] += 1
      return true
    }
  }

  func leave(_ peer: String) {
    counts.withLock { counts in
      counts.total -= 1
      let left = counts.byPeer[peer, default: 1] - 1
      counts.byPeer[peer] = left > 0 ? left : nil
    }
  }
}

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
