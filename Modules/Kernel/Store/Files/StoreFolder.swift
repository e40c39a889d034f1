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
