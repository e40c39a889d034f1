import Glibc
import Secrets
import Store
import Values

/// A new folder being filled with files, whose digests are kept for the list that is signed.
final class BundleFolder {
  private let path: String
  /// What `sha256sum -c` reads.
  private(set) var sums = ""
  /// Files written.
  private(set) var count = 0

  /// - Throws: `StoreFault` where something stands already.
  init(_ path: String) throws {
    self.path = path
    guard mkdir(path, 0o755) == 0 else { throw BundleFolder.fault(path) }
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    var file = try file(name)
    try file.append(bytes)
    try close(&file)
  }

  /// Begins a file that is too long to be held.
  func file(_ name: String) throws -> BundleFile {
    var parent = path
    for part in name.split(separator: "/").dropLast() {
      parent += "/" + part
      guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw BundleFolder.fault(parent) }
    }
    return try BundleFile(path, name)
  }

  func close(_ file: inout BundleFile) throws {
    sums += "\(Hex.encode(try file.close()))  \(file.name)\n"
    count += 1
  }

  static func fault(_ path: String) -> StoreFault {
    let reason = String(cString: strerror(errno))
    return StoreFault(.readOnly, Texts("«\(path)» نوشته نشد: \(reason)", "“\(path)” could not be written: \(reason)"))
  }
}

/// One file of a bundle.
struct BundleFile {
  private static let portion = 1 << 16

  let name: String
  private let path: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var digest = SHA256Stream()

  fileprivate init(_ folder: String, _ name: String) throws {
    self.name = name
    path = folder + "/" + name
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BundleFolder.fault(path) }
  }

  mutating func append(_ bytes: [UInt8]) throws {
    waiting += bytes
    if waiting.count >= BundleFile.portion { try flush() }
  }

  private mutating func flush() throws {
    digest.update(waiting)
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw BundleFolder.fault(path) }
      rest = rest.dropFirst(max(0, count))
    }
    waiting.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func close() throws -> [UInt8] {
    defer { Glibc.close(descriptor) }
    try flush()
    return digest.finish()
  }
}

/// The page that lies in a bundle: what is there, and the commands that check it.
enum BundleGuide {
  static func text(origin: String, size: UInt64, root: String) -> String {
    """
    \(origin) — \(size) — \(root)

    نسخه‌ای از دفتر امضاشدهٔ همیار، برای آزمودن با ابزارهای دیگران و بدون شبکه. ثبت‌ها دادهٔ شخصی ندارند: به جای آن تعهد آمده است.
    A copy of Hamyar's signed ledger, to be checked with other people's tools and without a network. Entries hold
    commitments instead of personal data.

    entries.jsonl   یک ثبت در هر سطر، همان بایت‌های امضاشده · one entry a line, the very bytes that are hashed
    checkpoint      یادداشت امضاشده (C2SP tlog-checkpoint) · the signed checkpoint; checkpoints/ holds earlier ones
    tile/           درخت و ثبت‌ها به شکل C2SP tlog-tiles · the tree and the entries as C2SP tlog-tiles
    keys.txt        کلید عمومی؛ با نسخهٔ چاپی بسنجید · the public key; compare it with the printed one
    log.pem log.pub همان کلید برای OpenSSL، minisign و signify · the same key for OpenSSL, minisign and signify

    1. sha256sum -c SHA256SUMS
    2. minisign -V -p log.pub -m SHA256SUMS
       signify-openbsd -V -p log.pub -x SHA256SUMS.sig -m SHA256SUMS
    3. sed '/^$/,$d' checkpoint > body; sed -n 's/^— [^ ]* //p' checkpoint | base64 -d | tail -c 64 > sig
       openssl pkeyutl -verify -pubin -inkey log.pem -rawin -in body -sigfile sig
    4. aics-tlog verify-inclusion --tiles . --vkey-file PRINTED-KEY --leaf-line 1 --leaves-file entries.jsonl --index 0
    5. { printf '\\0'; sed -n 1p entries.jsonl | tr -d '\\n'; } | sha256sum; sed -n 2p entries.jsonl | jq -r .prev

    """
  }
}
