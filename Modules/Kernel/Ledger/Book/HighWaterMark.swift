import Glibc
import Store
import Synchronization

/// The file outside the database that says how far the ledger had come: the last published note.
struct HighWaterMark {
  let path: String

  /// The note in the file; nil when there is no file.
  func read() throws -> SignedNote? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw fault(errno)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while bytes.count <= SignedNote.mostBytes {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count >= 0 else { throw fault(errno) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer.prefix(count))
    }
    return try SignedNote(parsing: bytes)
  }

  /// Puts a note in place of the present one, whole or not at all, and makes it durable.
  func publish(_ note: String) throws {
    let draft = path + ".new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw fault(errno) }
    let bytes = Array(note.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let code = errno
    close(file)
    guard isWritten else { throw fault(code) }
    guard rename(draft, path) == 0 else { throw fault(errno) }
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw fault(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw fault(errno) }
  }

  /// The same, telling what went wrong.
  func attempt(_ note: String) -> LedgerFault? {
    do {
      try publish(note)
      return nil
    } catch let fault as LedgerFault {
      return fault
    } catch {
      return LedgerFault(.publication, "\(error)", "\(error)")
    }
  }

  private var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func fault(_ code: Int32) -> LedgerFault {
    let reason = String(cString: strerror(code))
    return LedgerFault(
      .publication, "پروندهٔ نشان دفتر «\(path)» در دسترس نیست: \(reason)",
      "The high-water mark “\(path)” cannot be used: \(reason)")
  }
}

/// Publishes notes on a thread of its own, always the newest: the two flushes to disk that this takes would otherwise
/// stand between one group and the next. The mark may lag behind the store, never the other way round.
final class NotePublisher: Sendable {
  private struct State {
    var newest: String?
    var fault: LedgerFault?
    var isClosed = false
  }

  private let mark: HighWaterMark
  private let state = Mutex(State())
  private let wake = Semaphore()
  private let done = Semaphore()

  init(_ mark: HighWaterMark) {
    self.mark = mark
    Thread { [self] in work() }.start()
  }

  /// Why the last note could not be published; nil once one was.
  var fault: LedgerFault? { state.withLock { $0.fault } }

  /// Takes the place of a note that still waits.
  func offer(_ note: String) {
    state.withLock { $0.newest = note }
    wake.signal()
  }

  /// Publishes what still waits, then returns.
  func close() {
    state.withLock { $0.isClosed = true }
    wake.signal()
    done.wait()
  }

  private func work() {
    while true {
      let (note, isLast) = state.withLock { state in
        defer { state.newest = nil }
        return (state.newest, state.isClosed)
      }
      if let note {
        let fault = mark.attempt(note)
        state.withLock { $0.fault = fault }
      } else if isLast {
        return done.signal()
      } else {
        wake.wait()
      }
    }
  }
}
