import Foundation
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

/// Takes away this process's right to write a file that it has open, as a failing disk would: every descriptor of it
/// becomes one that can only be read. Whoever opens the file afterwards writes as before.
public func breakWriting(to path: String) {
  for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
    guard let number = Int32(name), let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)"),
      target == path
    else { continue }
    let reading = open(path, O_RDONLY | O_CLOEXEC)
    dup2(reading, number)
    close(reading)
  }
}
