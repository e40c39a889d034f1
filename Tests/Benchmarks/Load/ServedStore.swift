import AdminAPI
import Glibc
import HTTP
import Host
import Engine
import Feature
import Store

/// The server in a process of its own: this executable started again, so that its memory and its start can be measured.
final class ServedStore {
  let port: Int
  /// Seconds from the start of the process to its first answer.
  let coldStart: Double
  private let process: pid_t

  /// What the child does: serves the store in a folder until its standard input ends.
  static func run(_ path: String) -> Int32 {
    do {
      signal(SIGPIPE, SIG_IGN)
      let runtime = try Runtime(folder: StoreFolder(path), registry: Registry(InstalledModules.all))
      var options = HTTPServerOptions()
      // One client stands for many people here; nothing else differs from the product.
      options.limits.connectionsPerAddress = 1_024
      options.limits.requestsPerConnection = .max
      let server = try AdminServer(runtime, options: options, version: "bench", report: { Stderr.line($0) })
      try server.start()
      print(server.port)
      fflush(nil)
      while getchar() != EOF {}
      server.stop(grace: 5)
      runtime.close()
      return 0
    } catch {
      Stderr.line("serve: \(error)")
      return 1
    }
  }

  init(_ folder: StoreFolder) throws {
    let start = monotonicSeconds()
    var toChild: [Int32] = [0, 0]
    var fromChild: [Int32] = [0, 0]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw Complaint("pipe") }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = ["bench", "serve", folder.path].map { (text: String) in strdup(text) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawn(&child, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else { throw Complaint("The server could not be started: \(code)") }
    process = child
    input = toChild[1]
    var digits: [UInt8] = []
    var byte: UInt8 = 0
    while read(fromChild[0], &byte, 1) == 1, byte != 10 { digits.append(byte) }
    close(fromChild[0])
    guard let port = Int(String(decoding: digits, as: UTF8.self)) else { throw Complaint("The server did not start") }
    self.port = port
    let answer = try HTTPClient(host: "127.0.0.1", port: port).send(method: .get, target: "/healthz")
    guard answer.status == 200 else { throw Complaint("/healthz answered \(answer.status)") }
    coldStart = monotonicSeconds() - start
  }

  private let input: Int32

  /// Resident memory in MiB.
  var residentMiB: Double { memory("VmRSS:") }
  /// The most it ever was.
  var peakMiB: Double { memory("VmHWM:") }

  /// Processor seconds so far; the kernel counts in hundredths.
  var processorSeconds: Double {
    let text = (try? PlainFile.read("/proc/\(process)/stat")) ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 12 ? (Double(fields[11]) ?? 0) / 100 + (Double(fields[12]) ?? 0) / 100 : 0
  }

  private func memory(_ name: String) -> Double {
    let text = (try? PlainFile.read("/proc/\(process)/status")) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return Double(line?.split(whereSeparator: { $0 == " " || $0 == "\t" })[1] ?? "0").map { $0 / 1_024 } ?? 0
  }

  func stop() {
    close(input)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
