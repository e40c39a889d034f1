/// Work that waits, served round robin: each owner with something waiting gets a turn before anybody gets a second one;
/// within one owner it is first come, first served. Nobody's backlog makes the others wait.
package struct RoundRobinQueue<Item> {
  /// What one owner may have waiting.
  package let mostOfOne: Int
  /// What may wait in all.
  package let mostInAll: Int

  private var waiting: [String: [Item]] = [:]
  /// Owners with something waiting; whose turn is next stands first.
  private var turns: [String] = []
  /// Places kept for what is still being written down.
  private var reserved: [String: Int] = [:]
  private var count = 0

  package init(mostOfOne: Int, mostInAll: Int) {
    self.mostOfOne = mostOfOne
    self.mostInAll = mostInAll
  }

  /// Whether there is a place, and why not.
  package enum Admission: Sendable { case admitted, ownerIsFull, queueIsFull }

  /// Keeps a place, which `append` takes or `release` gives back.
  package mutating func reserve(for owner: String) -> Admission {
    let own = (reserved[owner] ?? 0) + (waiting[owner]?.count ?? 0)
    guard own < mostOfOne else { return .ownerIsFull }
    guard count < mostInAll else { return .queueIsFull }
    reserved[owner, default: 0] += 1
    count += 1
    return .admitted
  }

  /// Gives a kept place back.
  package mutating func release(for owner: String) {
    unreserve(owner)
    count -= 1
  }

  /// Puts work on the place that was kept for it.
  package mutating func append(_ item: Item, of owner: String) {
    unreserve(owner)
    if waiting[owner] == nil { turns.append(owner) }
    waiting[owner, default: []].append(item)
  }

  /// The work whose turn it is; its owner's next turn comes after everybody else's.
  package mutating func next() -> Item? {
    guard !turns.isEmpty else { return nil }
    let owner = turns.removeFirst()
    guard let item = waiting[owner]?.removeFirst() else { return nil }
    count -= 1
    if waiting[owner]?.isEmpty == true { waiting[owner] = nil } else { turns.append(owner) }
    return item
  }

  private mutating func unreserve(_ owner: String) {
    let left = (reserved[owner] ?? 0) - 1
    reserved[owner] = left > 0 ? left : nil
  }
}
