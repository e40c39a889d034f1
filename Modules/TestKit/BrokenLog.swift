import Foundation
import Glibc

/// Takes away this process's right to write a file that it has open, as a failing disk would: every descriptor of it
/// becomes one that can only be read. Whoever opens the file afterwards writes as before.
public func breakWriting(to path: String) {
  for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
    guard let number = Int32(name), let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)"),
      target == path
    else { continue }
    let reading = open(path, O_RDONLY | O_CLOEXEC)
    dup2(reading, number)
    close(reading)
  }
}
