public import Foundation

/// The large tables and vectors that are kept beside the repository, in `HAMYAR_SHARED` or `../shared`. Tests that need
/// them are reported as skipped elsewhere.
public enum SharedData {
  /// Whether there is a file or folder at that path below the shared folder.
  public static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: place(path).path) }

  /// - Throws: what Foundation throws where the file cannot be read.
  public static func data(_ path: String) throws -> Data { try Data(contentsOf: place(path)) }

  /// - Throws: what Foundation throws where the file cannot be read.
  public static func bytes(_ path: String) throws -> [UInt8] { Array(try data(path)) }

  /// - Throws: what Foundation throws where the file cannot be read.
  public static func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

  /// A JSON file.
  ///
  /// - Throws: what Foundation throws where the file cannot be read or is of another shape.
  public static func decode<Content: Decodable>(_ type: Content.Type, _ path: String) throws -> Content {
    try JSONDecoder().decode(type, from: data(path))
  }

  private static func place(_ path: String) -> URL { root.appendingPathComponent(path) }

  private static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["HAMYAR_SHARED"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.appendingPathComponent("../shared").standardizedFileURL
  }()
}
