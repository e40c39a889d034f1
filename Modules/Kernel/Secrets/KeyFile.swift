import CSodium
import Glibc
import Values

/// A key of 32 bytes in a file of its own: one line of 64 hexadecimal digits, mode 0600 in a folder of mode 0700.
public enum KeyFile {
  private static let lineLength = SecretKey.length * 2 + 1

  /// The key in the file.
  ///
  /// - Throws: `KeyFileFault`, also when anyone but the owner could have read or changed it; `SecretFault.noMemory` without
  ///   protected memory.
  public static func read(_ path: String) throws -> SecretKey {
    try requirePrivate(folder(of: path))
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    try requirePrivate(path, file)
    var line = [UInt8](repeating: 0, count: lineLength + 1)
    defer { sodium_memzero(&line, line.count) }
    let length = Glibc.read(file, &line, line.count)
    guard length >= 0 else { throw fault(path) }
    guard length == lineLength, line[length - 1] == UInt8(ascii: "\n") else { throw KeyFileFault.malformed(path: path) }
    return try SecretKey { out in
      let digits = line.withUnsafeBytes { $0.bindMemory(to: CChar.self).baseAddress }
      var count = 0
      let decoded = sodium_hex2bin(out, SecretKey.length, digits, length - 1, nil, &count, nil)
      guard decoded == 0, count == SecretKey.length else { throw KeyFileFault.malformed(path: path) }
    }
  }

  /// Writes a key to a new file, whole or not at all, and makes it durable. The folder is made if it is missing.
  ///
  /// - Throws: `KeyFileFault.exists` for a file that is there, which stays as it is; other cases of `KeyFileFault` when it
  ///   cannot be written.
  public static func create(_ path: String, holding key: SecretKey) throws {
    let folder = folder(of: path)
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw fault(folder) }
    try requirePrivate(folder)
    let draft = "\(path).\(Hex.encode(Random.bytes(8)))"
    defer { unlink(draft) }
    try write(key, to: draft)
    guard link(draft, path) == 0 else { throw fault(path) }
    try synchronise(folder)
  }

  private static func write(_ key: SecretKey, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw fault(path) }
    defer { close(file) }
    var line = [CChar](repeating: 0, count: lineLength)
    defer { sodium_memzero(&line, line.count) }
    key.withPointer { _ = sodium_bin2hex(&line, line.count, $0, SecretKey.length) }
    line[lineLength - 1] = CChar(bitPattern: UInt8(ascii: "\n"))
    guard Glibc.write(file, line, lineLength) == lineLength, fsync(file) == 0 else { throw fault(path) }
  }

  private static func synchronise(_ folder: String) throws {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw fault(folder) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw fault(folder) }
  }

  private static func requirePrivate(_ folder: String) throws {
    var status = stat()
    guard stat(folder, &status) == 0 else { throw fault(folder) }
    try requireOwnerOnly(folder, status)
  }

  private static func requirePrivate(_ path: String, _ file: Int32) throws {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw fault(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw KeyFileFault.notPlain(path: path) }
    try requireOwnerOnly(path, status)
  }

  private static func requireOwnerOnly(_ path: String, _ status: stat) throws {
    guard status.st_uid == geteuid() else { throw KeyFileFault.foreignOwner(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyFileFault.tooOpen(path: path, mode: String(status.st_mode & 0o777, radix: 8))
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func fault(_ path: String) -> KeyFileFault {
    switch errno {
    case ENOENT: .missing(path: path)
    case EEXIST: .exists(path: path)
    case ELOOP: .notPlain(path: path)
    default: .system(path: path, code: errno)
    }
  }
}
