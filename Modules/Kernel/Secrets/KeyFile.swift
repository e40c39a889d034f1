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

/// Why a key file could not be read or written; always names the file.
public enum KeyFileFault: Error, Equatable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// A file of that name is there already; keys are never overwritten.
  case exists(path: String)
  /// Others than the owner have rights on the file or its folder; `mode` in octal digits.
  case tooOpen(path: String, mode: String)
  /// The file or its folder belongs to another user.
  case foreignOwner(path: String)
  /// A link, folder or device stands where a plain file must.
  case notPlain(path: String)
  /// The file is not one line of 64 hexadecimal digits.
  case malformed(path: String)
  /// The system refused; `code` is errno.
  case system(path: String, code: Int32)

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .missing(let path): "پروندهٔ کلید «\(path)» پیدا نشد."
    case .exists(let path): "پروندهٔ کلید «\(path)» از پیش هست و بازنویسی نمی‌شود."
    case .tooOpen(let path, let mode):
      "دسترسی «\(path)» باز است (\(mode))؛ تنها مالک باید به آن دسترسی داشته باشد (پرونده 0600، پوشه 0700)."
    case .foreignOwner(let path): "مالک «\(path)» کاربر دیگری است."
    case .notPlain(let path): "«\(path)» پروندهٔ ساده نیست."
    case .malformed(let path): "محتوای پروندهٔ کلید «\(path)» درست نیست؛ باید یک سطر با ۶۴ رقم شانزده‌شانزدهی باشد."
    case .system(let path, let code): "خطای سیستم برای پروندهٔ کلید «\(path)» (شمارهٔ \(code))."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .missing(let path): "The key file “\(path)” does not exist."
    case .exists(let path): "The key file “\(path)” exists already and is not overwritten."
    case .tooOpen(let path, let mode):
      "“\(path)” is open to others (mode \(mode)); only its owner may have access (file 0600, folder 0700)."
    case .foreignOwner(let path): "“\(path)” belongs to another user."
    case .notPlain(let path): "“\(path)” is not a plain file."
    case .malformed(let path): "The key file “\(path)” is not one line of 64 hexadecimal digits."
    case .system(let path, let code): "The system refused the key file “\(path)” (errno \(code))."
    }
  }
}
