import Foundation

/// A folder of its own that goes with whoever holds it.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// - Parameter purpose: begins its name, for whoever finds it after a crash.
  public init(_ purpose: String) throws {
    path = FileManager.default.temporaryDirectory.path + "/hamyar-\(purpose)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// With what another folder holds.
  public init(_ purpose: String, copying other: String) throws {
    path = FileManager.default.temporaryDirectory.path + "/hamyar-\(purpose)-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: other, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
