import Glibc
import Values

/// Small text files beside the database, 0600.
public enum PlainFile {
  /// - Throws: `StoreFault` when the file exists or cannot be written; what was written is on disk when it returns.
  public static func create(_ path: String, text: String) throws {
    let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw fault(path) }
    defer { close(opened) }
    let written = text.withCString { write(opened, $0, strlen($0)) }
    guard written == text.utf8.count, fsync(opened) == 0 else { throw fault(path) }
  }

  /// - Parameter limit: bytes it may have.
  /// - Throws: `StoreFault` when the file is missing, unreadable or larger than the limit.
  public static func read(_ path: String, limit: Int = 65_536) throws -> String {
    String(decoding: try octets(of: path, limit: limit), as: UTF8.self)
  }

  /// - Parameter limit: bytes it may have.
  /// - Throws: `StoreFault` when the file is missing, unreadable or larger than the limit.
  public static func octets(of path: String, limit: Int) throws -> [UInt8] {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw fault(path) }
    defer { close(opened) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(opened, &buffer, buffer.count)
      guard count >= 0 else { throw fault(path) }
      guard content.count + count <= limit else {
        throw StoreFault(
          .readOnly,
          Texts("فایل \(path) بزرگ‌تر از \(limit) بایت است.", "The file \(path) is larger than \(limit) bytes."))
      }
      guard count > 0 else { return content }
      content += buffer.prefix(count)
    }
  }

  static func fault(_ path: String) -> StoreFault {
    let reason = String(cString: strerror(errno))
    return StoreFault(.readOnly, Texts("فایل \(path): \(reason)", "The file \(path): \(reason)"))
  }
}
