import Foundation
import Glibc
import HTTP
import Engine
import Feature
import Store
import Testing

@testable import Host

/// The server under a service manager.
@Suite struct `Under a service manager` {
  @Test(arguments: [true, false]) func `its words reach the manager's socket, by path or by abstract name`(isAbstract: Bool) throws {
    let folder = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let name = isAbstract ? "@hamyar-\(UUID().uuidString)" : folder + "/notify"
    let manager = try NotifySocket(name)
    let service = try #require(ServiceManager(path: name))
    service.tell("READY=1\nSTATUS=همیار")
    #expect(manager.next() == "READY=1\nSTATUS=همیار")
    for none in ["relative", "", "/" + String(repeating: "a", count: 200)] { #expect(ServiceManager(path: none) == nil) }
    ServiceManager(path: folder + "/gone")?.tell("READY=1")
  }

  @Test(.enabled(if: Place.program != nil, "needs the built program"))
  func `it serves a socket that was handed over, says when it is ready, and stops in order`() throws {
    let program = try #require(Place.program)
    let folder = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Spawned.run(program, ["init", "--store", folder + "/store", "--config", Place.config], in: folder).status == 0)
    let manager = try NotifySocket(folder + "/notify")
    let (listening, port) = try listen()
    // The shell's number is the program's, which it becomes.
    let running = try Spawned(
      "/bin/sh",
      ["-c", "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" \"$@\"", program, "serve", "--store", folder + "/store", "--no-nightly", "--log"],
      in: folder, variables: ["NOTIFY_SOCKET=\(folder)/notify"], handed: listening)
    close(listening)
    #expect(manager.next() == "READY=1\nSTATUS=Listening on http://127.0.0.1:\(port)")
    let client = HTTPClient(host: "127.0.0.1", port: port, timeout: 10)
    #expect(try client.send(method: .get, target: "/readyz").status == 200)
    #expect(try client.send(method: .get, target: "/api/v1/people/0076229645").status == 401)
    Glibc.kill(running.process, SIGTERM)
    #expect(manager.next()?.hasPrefix("STOPPING=1\n") == true)
    let ending = try running.wait()
    #expect(ending.status == 0, "\(ending.complaint)")
    #expect(ending.complaint.contains("method=GET route=people.show status=401"))
    #expect(!ending.complaint.contains("0076229645"))
  }

  @Test(.enabled(if: Place.program != nil, "needs the built program"))
  func `it feeds the watchdog while the store takes writes, and a reload ends nothing`() throws {
    let program = try #require(Place.program)
    let folder = try Place.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Spawned.run(program, ["init", "--store", folder + "/store", "--config", Place.config], in: folder).status == 0)
    let manager = try NotifySocket(folder + "/notify")
    let running = try Spawned(
      program, ["serve", "--store", folder + "/store", "--no-nightly", "--listen", "127.0.0.1:0"], in: folder,
      variables: ["NOTIFY_SOCKET=\(folder)/notify", "WATCHDOG_USEC=400000"])
    func next(_ beginning: String) -> Bool {
      for _ in 0..<50 { if manager.next()?.hasPrefix(beginning) == true { return true } }
      return false
    }
    #expect(next("READY=1\nSTATUS="))
    #expect(next("WATCHDOG=1\nSTATUS=") && next("WATCHDOG=1\nSTATUS="))
    Glibc.kill(running.process, SIGHUP)
    #expect(next("RELOADING=1\nMONOTONIC_USEC=") && next("READY=1\nSTATUS="))
    Glibc.kill(running.process, SIGTERM)
    #expect(next("STOPPING=1\n"))
    #expect(try running.wait().status == 0)
  }

  private func listen() throws -> (descriptor: Int32, port: Int) {
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(made, $0, size) == 0 && Glibc.listen(made, 16) == 0 && getsockname(made, $0, &size) == 0
      }
    }
    try #require(isListening)
    return (made, Int(UInt16(bigEndian: address.sin_port)))
  }
}

/// The manager's end of sd_notify.
private final class NotifySocket {
  private let descriptor: Int32

  init(_ name: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    let address = try #require(UnixAddress(name))
    var isBound = false
    address.withPointer { isBound = bind(descriptor, $0, $1) == 0 }
    try #require(isBound)
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  /// The next datagram; nil when none comes.
  func next() -> String? {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
  }

  deinit { close(descriptor) }
}
