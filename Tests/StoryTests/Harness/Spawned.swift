import Foundation
import Glibc

/// Another program that runs beside the test; its words are kept in files.
struct Spawned {
  struct Ending {
    /// The exit code, or 128 and the signal.
    let status: Int32
    let output: String
    let complaint: String
  }

  struct CannotStart: Error { let program: String, reason: String }

  let process: pid_t
  private let words: String

  /// - Parameters:
  ///   - variables: `NAME=value`, beside the few that every program needs.
  ///   - handed: a descriptor that the program finds as its number 3.
  init(_ program: String, _ arguments: [String], in folder: String, variables more: [String] = [], handed: Int32? = nil) throws {
    words = folder + "/" + UUID().uuidString
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, words + ".out", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, words + ".err", O_WRONLY | O_CREAT, 0o600)
    if let handed { posix_spawn_file_actions_adddup2(&actions, handed, 3) }
    let texts: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for text in texts { free(text) } }
    let surroundings = ["PATH=/usr/bin:/bin", "HOME=\(folder)", "LC_ALL=C.UTF-8"] + more
    let variables: [UnsafeMutablePointer<CChar>?] = surroundings.map { strdup($0) }
    defer { for variable in variables { free(variable) } }
    // The threads of a test block signals; a program that a person starts does not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var made: pid_t = 0
    let code = posix_spawn(&made, program, &actions, &attributes, texts + [nil], variables + [nil])
    guard code == 0 else { throw CannotStart(program: program, reason: String(cString: strerror(code))) }
    process = made
  }

  var isRunning: Bool {
    var news = siginfo_t()
    waitid(P_PID, id_t(process), &news, WEXITED | WNOHANG | WNOWAIT)
    return news.si_signo == 0
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  func wait() throws -> Ending {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    return Ending(status: code, output: try text(".out"), complaint: try text(".err"))
  }

  private func text(_ ending: String) throws -> String {
    let path = words + ending
    defer { unlink(path) }
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  static func run(_ program: String, _ arguments: [String], in folder: String) throws -> Ending {
    try Spawned(program, arguments, in: folder).wait()
  }
}
