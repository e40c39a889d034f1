import Glibc
import Values

/// Reading and writing whole texts through file descriptors.
enum Descriptor {
  /// Writes everything, or stops where the other end is gone.
  @discardableResult
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return false }
      bytes.removeFirst(count)
    }
    return true
  }

  static func end(_ descriptor: Int32) { close(descriptor) }

  /// Opens a file that only its owner may read; a link in its place is not followed.
  ///
  /// - Throws: `Refusal` of kind `malformed`, code `console.file`.
  static func openPrivate(_ path: String, appending: Bool) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (appending ? O_APPEND : O_TRUNC)
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw unreadable(path) }
    return descriptor
  }

  /// - Throws: `Refusal` of kind `malformed`, code `console.file`, also for files beyond the limit.
  static func contents(of path: String, limit: Int = 16_777_216) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0, bytes.count + count <= limit else { throw unreadable(path) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[0..<count]
    }
  }

  private static func unreadable(_ path: String) -> Refusal {
    Refusal(
      .malformed, "console.file",
      Texts("پروندهٔ «\(path)» باز یا خوانده نشد.", "The file \"\(path)\" could not be opened or read."))
  }
}
