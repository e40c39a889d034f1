import Synchronization
import Values

/// The files that are being imported portion by portion at this moment: whoever sends one of them once more waits for the
/// end instead of going on in the middle.
final class RunningSheets: Sendable {
  /// A file, brought by an action to a province.
  struct Key: Hashable {
    let action: String
    let province: String?
    let digest: [UInt8]
  }

  private let running = Mutex<Set<Key>>([])

  /// Runs the body unless the same is running.
  ///
  /// - Throws: `Refusal` while the same file is being imported; whatever the body throws.
  func alone<Outcome>(_ key: Key, _ body: () throws -> Outcome) throws -> Outcome {
    guard running.withLock({ $0.insert(key).inserted }) else { throw Refusal.importedMeanwhile }
    defer { running.withLock { _ = $0.remove(key) } }
    return try body()
  }
}
