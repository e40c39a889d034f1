import Engine
import Feature
import Store
import Synchronization

/// Gathers replies from the writer's thread.
final class Outcomes: Sendable {
  private let all = Mutex<[String]>([])
  private let signal = Semaphore()

  func add(_ result: Result<ActionResult, any Error>) {
    all.withLock { list in
      switch result {
      case .success: list.append("ok")
      case .failure(let error): list.append("\(error)")
      }
    }
    signal.signal()
  }

  func wait(_ count: Int) -> [String] {
    for _ in 0..<count { signal.wait() }
    return all.withLock { $0 }
  }
}
