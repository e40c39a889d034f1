import Synchronization

/// What was said, by whichever thread, in its order.
public final class Lines: Sendable {
  private let list = Mutex<[String]>([])

  public init() {}

  public func add(_ line: String) { list.withLock { $0.append(line) } }
  public var all: [String] { list.withLock { $0 } }
}
