import Glibc
import Values

/// The identity of the database file: a file that was replaced under a running writer is noticed before the next write.
public struct FileIdentity: Equatable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The file of that name now, by device and inode; nil when there is none or it cannot be asked for.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// The database and its write-ahead log as the writer opened them. Somebody who moves, deletes or puts back one of them
/// under a running program is noticed before the next write: it would go where nobody finds it again.
struct OpenFiles {
  private let path: String
  private let database: FileIdentity?
  private let log: FileIdentity?

  init(_ path: String) {
    self.path = path
    database = FileIdentity(path)
    log = FileIdentity(path + "-wal")
  }

  var isDatabaseThere: Bool { FileIdentity(path) == database }

  /// - Throws: `StoreFault.replaced`.
  func check() throws(StoreFault) {
    guard isDatabaseThere else {
      throw StoreFault(
        .replaced,
        Texts(
          "فایل پایگاه داده زیر دست برنامه برداشته یا عوض شده است؛ نوشتن ایستاد. برنامه را ببندید و فایل درست را بازگردانید.",
          "The database file was replaced or removed under the running program; writing stopped. Stop it and put the right file back."))
    }
    guard FileIdentity(path + "-wal") == log else {
      throw StoreFault(
        .replaced,
        Texts(
          "فایل -wal زیر دست برنامه برداشته یا عوض شده است؛ نوشتن ایستاد. برنامه را ببندید و دوباره باز کنید.",
          "The -wal file was replaced or removed under the running program; writing stopped. Stop the program and start it again."))
    }
  }
}
