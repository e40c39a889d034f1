import Foundation
import Synchronization

/// Where things lie: the package, the built program, folders of this run.
enum Place {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)

  static let config = package + "Config"

  /// The executable `hamyar`, which is built beside the test bundle; nil when only the tests were built.
  static let program: String? = {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
    let built = URL(filePath: own).deletingLastPathComponent().path(percentEncoded: false) + "hamyar"
    return FileManager.default.isExecutableFile(atPath: built) ? built : nil
  }()

  static let curl: String? = ["/usr/bin/curl", "/usr/local/bin/curl", "/bin/curl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The large measures, which nobody wants to wait for every day.
  static let isFull = ProcessInfo.processInfo.environment["HAMYAR_FULL"] == "1"

  /// Copies the folder of a store to which nobody writes, though it may be open: its last note may still be on the way to the
  /// mark, and the draft of that is gone in the middle of a copy.
  static func copyStore(_ store: String, to copy: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: store) where !name.hasSuffix(".new") {
      try files.copyItem(atPath: "\(store)/\(name)", toPath: "\(copy)/\(name)")
    }
  }

  /// A new empty folder; whoever asked removes it, and the end of the process whatever is left.
  static func folder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/hamyar-story-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    Place.folders.withLock { folders in
      if folders.isEmpty { atexit { Place.sweep() } }
      folders.append(path)
    }
    return path
  }

  private static let folders = Mutex<[String]>([])

  private static func sweep() {
    for path in folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
  }
}
