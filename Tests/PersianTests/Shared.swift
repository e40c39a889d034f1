import Foundation

/// The large tables kept beside the repository; tests that need them are skipped where they are not.
enum Shared {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["HAMYAR_SHARED"] { return URL(filePath: path) }
    return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared").standardizedFileURL
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }
}
