import Glibc
import Values

/// A file that is made before the work whose outcome it takes, so that a name that cannot be used is told while nothing is
/// done yet.
public final class OutputFile {
  private static let pageSize = 65_536

  private let path: String
  private let opened: Int32
  private var page: [UInt8] = []

  /// - Throws: `StoreFault` when there is a file of that name already, or none can be made.
  public init(creating path: String) throws {
    self.path = path
    opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw PlainFile.fault(path) }
  }

  deinit { close(opened) }

  /// - Throws: `StoreFault` when the disk takes no more.
  public func write(_ text: String) throws {
    page += text.utf8
    if page.count >= OutputFile.pageSize { try flush() }
  }

  /// What was written is on disk when it returns.
  ///
  /// - Throws: `StoreFault` when the disk takes no more.
  public func finish() throws {
    try flush()
    guard fsync(opened) == 0 else { throw PlainFile.fault(path) }
  }

  /// Takes the file away again, where there was nothing to write.
  public func discard() { unlink(path) }

  private func flush() throws {
    var place = 0
    while place < page.count {
      let written = page[place...].withUnsafeBytes { Glibc.write(opened, $0.baseAddress, $0.count) }
      guard written > 0 || errno == EINTR else { throw PlainFile.fault(path) }
      place += max(0, written)
    }
    page.removeAll(keepingCapacity: true)
  }
}
