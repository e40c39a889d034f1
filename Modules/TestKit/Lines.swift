import Glibc
import Synchronization

/// What was said, by whichever thread, in its order.
public final class Lines: Sendable {
  private let list = Mutex<[String]>([])

  public init() {}

  public func add(_ line: String) { list.withLock { $0.append(line) } }
  public var all: [String] { list.withLock { $0 } }
  /// What was said once there are so many lines, or after five seconds: for what is said beside an answer.
  public func all(waitingFor count: Int) -> [String] {
    for _ in 0..<1_000 where all.count < count { usleep(5_000) }
    return all
  }
}
