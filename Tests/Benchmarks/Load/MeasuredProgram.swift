import Glibc
import Host
import Store

/// `hamyar` in a process of its own, so that its time and its memory are nobody else's; its data goes nowhere.
struct MeasuredProgram {
  let seconds: Double
  /// The most memory that it held, in MiB.
  let peakMiB: Double

  /// What the child does; its last line tells the peak in KiB.
  static func run(_ words: [String]) -> Int32 {
    let status = Hamyar.run(words)
    let lines = ((try? PlainFile.read("/proc/self/status")) ?? "").split(separator: "\n")
    let peak = lines.first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: { $0 == " " || $0 == "\t" })[1]
    Stderr.line("\(peak ?? "0")")
    return status
  }

  /// - Parameter words: as behind `hamyar` on a command line.
  init(_ words: [String]) throws {
    let start = monotonicSeconds()
    var complaints: [Int32] = [0, 0]
    guard pipe(&complaints) == 0 else { throw Complaint("pipe") }
    for end in complaints { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, complaints[1], STDERR_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = (["bench", "hamyar"] + words).map { (text: String) in strdup(text) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawn(&child, "/proc/self/exe", &actions, nil, &arguments, environ)
    close(complaints[1])
    guard code == 0 else { throw Complaint("hamyar could not be started: \(code)") }
    var told: [UInt8] = []
    var octet: UInt8 = 0
    while read(complaints[0], &octet, 1) == 1 { told.append(octet) }
    close(complaints[0])
    var status: Int32 = 0
    waitpid(child, &status, 0)
    seconds = monotonicSeconds() - start
    let words = String(decoding: told, as: UTF8.self)
    guard status == 0, let peak = Double(words.split(separator: "\n").last ?? "") else { throw Complaint("hamyar: \(words)") }
    peakMiB = peak / 1_024
  }
}
