import Glibc
import Synchronization
import Values

/// The folder that holds one store: the database, its keys, the ledger's high-water mark, the lock.
public struct StoreFolder: Sendable {
  /// Where it is; other paths are made by appending to it.
  public let path: String

  /// A folder that may not exist yet.
  public init(_ path: String) { self.path = path }

  /// The SQLite file; `-wal` and `-shm` stand beside it.
  public var database: String { path + "/hamyar.db" }
  /// The folder of the key files, mode 0700.
  public var keys: String { path + "/keys" }
  /// The last published checkpoint of the ledger: what a copy put back is measured against.
  public var highWaterMark: String { path + "/audit.hwm" }
  /// Taken by flock(2) by whoever writes; its text says who.
  public var lock: String { path + "/hamyar.lock" }
  /// What the installation calls itself, `production` or `training`; absent, it is production.
  public var environmentNote: String { path + "/environment" }

  /// Whether there is a database file; not whether it is a store.
  public var exists: Bool { access(database, F_OK) == 0 }

  /// Creates the folder, 0700.
  ///
  /// - Throws: `StoreFault.readOnly` when it cannot be made; one that exists is taken as it is.
  public func create() throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw StoreFault(
        .readOnly, Texts("پوشهٔ \(path) ساخته نشد.", "The folder \(path) could not be made: \(String(cString: strerror(errno)))."))
    }
  }
}

/// Keeps a second writer away: an flock on the lock file, held until it is released, at the latest when this goes.
public final class StoreLock: Sendable {
  private static let released: Int32 = -1
  private let descriptor: Mutex<Int32>

  /// - Throws: `StoreFault.locked` with what the holder wrote (process and address).
  public init(_ folder: StoreFolder) throws {
    let opened = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw StoreFault(.readOnly, Texts("فایل قفل باز نشد: \(folder.lock)", "The lock file cannot be opened: \(folder.lock)"))
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let holder = StoreLock.holder(of: folder)
      close(opened)
      throw StoreFault(
        .locked,
        Texts(
          "این مخزن در دست برنامهٔ دیگری است (\(holder)). از کنسول با --server به همان وصل شوید.",
          "Another process has this store open (\(holder)). Connect to it with --server instead."))
    }
    descriptor = Mutex(opened)
    describe("pid \(getpid())")
  }

  /// Writes who holds the lock, for people and for a console that wants to connect.
  public func describe(_ text: String) {
    descriptor.withLock { descriptor in
      guard descriptor != StoreLock.released else { return }
      ftruncate(descriptor, 0)
      _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }
  }

  /// Lets the next one in; once is enough.
  public func release() {
    descriptor.withLock { descriptor in
      guard descriptor != StoreLock.released else { return }
      // A process that was forked a moment ago holds the same open file until it runs its own program.
      flock(descriptor, LOCK_UN)
      close(descriptor)
      descriptor = StoreLock.released
    }
  }

  /// What the present holder wrote; empty when nobody did.
  public static func holder(of folder: StoreFolder) -> String {
    let opened = open(folder.lock, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return "" }
    defer { close(opened) }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = read(opened, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : ""
  }

  deinit { release() }
}

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
