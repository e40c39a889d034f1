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
