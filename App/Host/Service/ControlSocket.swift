import Engine
import Glibc
import Store
import Synchronization
import Values

/// What the machine's owner may ask of a running server; nobody signs in for it, since the same user may open the store itself.
enum ControlOrder {
  case nightly, catchUp(reason: String), acceptClock(reason: String)

  private static let words = (nightly: "nightly", catchUp: "catch-up", acceptClock: "accept-clock")

  init?(_ value: Value) {
    let reason = value["reason"]?.string ?? ""
    switch value["do"]?.string {
    case ControlOrder.words.nightly: self = .nightly
    case ControlOrder.words.catchUp: self = .catchUp(reason: reason)
    case ControlOrder.words.acceptClock: self = .acceptClock(reason: reason)
    default: return nil
    }
  }

  var value: Value {
    switch self {
    case .nightly: .record(["do": .text(ControlOrder.words.nightly)])
    case .catchUp(let reason): .record(["do": .text(ControlOrder.words.catchUp), "reason": .text(reason)])
    case .acceptClock(let reason): .record(["do": .text(ControlOrder.words.acceptClock), "reason": .text(reason)])
    }
  }
}

/// A local socket by the store's name: one order a connection, one line of JSON each way.
final class ControlServer: Sendable {
  private static let longestLine = 4096

  private let descriptor: Int32
  private let isStopped = Mutex(false)
  private let answer: @Sendable (ControlOrder) -> Value

  /// - Throws: `StoreFault` when the socket cannot be made.
  init(_ folder: StoreFolder, answer: @escaping @Sendable (ControlOrder) -> Value) throws {
    self.answer = answer
    var bound = ControlSocket.open(folder, { bind($0, $1, $2) })
    // A server that has just let go of the store may hold the name for a moment.
    for _ in 0..<20 where bound == nil {
      usleep(100_000)
      bound = ControlSocket.open(folder, { bind($0, $1, $2) })
    }
    guard let descriptor = bound, listen(descriptor, 8) == 0 else {
      throw StoreFault(.readOnly, Texts("سوکت فرمان ساخته نشد.", "The control socket could not be made."))
    }
    self.descriptor = descriptor
  }

  func start() {
    Thread { [self] in
      while !isStopped.withLock({ $0 }) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 500) > 0 else { continue }
        let peer = accept(descriptor, nil, nil)
        if peer >= 0 { serve(peer) }
      }
      close(descriptor)
    }.start()
  }

  func stop() { isStopped.withLock { $0 = true } }

  /// On a thread of its own: a night may last, and somebody else may want to know meanwhile.
  private func serve(_ peer: Int32) {
    Thread { [answer] in
      defer { close(peer) }
      guard ControlSocket.isOwner(peer), let line = ControlSocket.line(from: peer, most: ControlServer.longestLine),
        let order = try? ControlOrder(JSONReader.read(line))
      else { return }
      ControlSocket.send(JSONWriter.write(answer(order)) + [UInt8(ascii: "\n")], to: peer)
    }.start()
  }
}

/// Asks the server that holds a store.
enum ControlClient {
  private static let longestAnswer = 16 << 20

  /// - Returns: nil where no server listens.
  /// - Throws: the `Refusal` that the server answered.
  static func ask(_ order: ControlOrder, of folder: StoreFolder) throws -> Value? {
    guard let descriptor = ControlSocket.open(folder, { connect($0, $1, $2) }) else { return nil }
    defer { close(descriptor) }
    // The name may have been taken by somebody else, who is told nothing.
    guard ControlSocket.isOwner(descriptor) else { return nil }
    ControlSocket.send(JSONWriter.write(order.value) + [UInt8(ascii: "\n")], to: descriptor)
    guard let line = ControlSocket.line(from: descriptor, most: longestAnswer), let answer = try? JSONReader.read(line) else { return nil }
    guard let code = answer["refused"]?.string else { return answer }
    throw Refusal.conflict(code, Texts(answer["fa"]?.string ?? code, answer["en"]?.string ?? code))
  }
}

/// The sockets under both: in the abstract space, so that nothing lies in the folder that a copy of it would trip over. Whoever
/// is on the other side is known by the kernel's word.
enum ControlSocket {
  /// What SO_PEERCRED tells (unix(7)).
  private struct Credentials {
    var process: pid_t = 0
    var user: uid_t = .max
    var group: gid_t = .max
  }

  static func open(
    _ folder: StoreFolder, _ attach: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32? {
    var lock = stat()
    guard stat(folder.lock, &lock) == 0, let address = UnixAddress("@hamyar-control-\(lock.st_dev)-\(lock.st_ino)") else { return nil }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    guard address.withPointer({ attach(descriptor, $0, $1) }) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Whether the process on the other side is of the same user, or root's.
  static func isOwner(_ peer: Int32) -> Bool {
    var who = Credentials()
    var size = socklen_t(MemoryLayout<Credentials>.size)
    guard getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 else { return false }
    return who.user == geteuid() || who.user == 0
  }

  static func send(_ octets: [UInt8], to descriptor: Int32) {
    var rest = octets[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// Everything before the end of the line; nil when the other side went away or says too much.
  static func line(from descriptor: Int32, most: Int) -> [UInt8]? {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while line.count <= most {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return nil }
      line += buffer.prefix(count)
      if let end = line.firstIndex(of: UInt8(ascii: "\n")) { return Array(line[..<end]) }
    }
    return nil
  }
}
