import Foundation

/// Large vector suites that are kept beside the repository. Tests that need them are reported as skipped elsewhere.
enum SharedVectors {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["HAMYAR_SHARED"] {
      return URL(fileURLWithPath: path).appendingPathComponent("vectors/ledger")
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.appendingPathComponent("../shared/vectors/ledger").standardizedFileURL
  }()

  static let arePresent = FileManager.default.fileExists(atPath: folder.path)

  static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
