import Foundation
import Testing

/// The files of this package, found from where this one stands.
enum SourceTree {
  struct File {
    /// From the package root on.
    let path: String
    let text: String
    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    /// `Modules/Office/People/Model/Person.swift` → `Modules/Office/People`.
    let room: String
  }

  struct SwiftFile {
    let file: File
    let swift: SwiftText
    var path: String { file.path }
  }

  static let root: String = URL(filePath: #filePath).pathComponents.dropFirst().dropLast(4).reduce("") { $0 + "/" + $1 }

  /// Every text file that belongs to the project, in the order of its path.
  static let all: [File] = {
    let tops = ["App", "Config", "Modules", "Tests", ".ci", ".github"].flatMap { under($0) }
    let single = ["Package.swift", "README.md"].filter { FileManager.default.fileExists(atPath: root + "/" + $0) }
    return (tops + single).sorted().compactMap { path in
      guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else { return nil }
      return File(path: path, text: text, room: room(of: path))
    }
  }()

  static let swift: [SwiftFile] = all.filter { $0.path.hasSuffix(".swift") }.map { SwiftFile(file: $0, swift: SwiftText($0.text)) }

  /// The desks' and features' own files.
  static let features: [SwiftFile] = swift.filter { isFeature($0.file.room) }

  static func isFeature(_ room: String) -> Bool {
    room.hasPrefix("Modules/") && !room.hasPrefix("Modules/Kernel/") && room != "Modules/Contracts"
  }

  static func read(_ path: String) throws -> String { try String(contentsOfFile: root + "/" + path, encoding: .utf8) }

  static func folders(in path: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: root + "/" + path)
    return Set(
      names.filter { name in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(root)/\(path)/\(name)", isDirectory: &isFolder) && isFolder.boolValue
      })
  }

  private static func under(_ top: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root + "/" + top)?.compactMap { $0 as? String } ?? []
    return names.map { top + "/" + $0 }
  }

  private static func room(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    let isDeep = ["Kernel", "Office"].contains(parts.dropFirst().first)
    return parts.dropLast().prefix(isDeep ? 3 : 2).joined(separator: "/")
  }
}

/// One issue for each breach, so that every message stands by itself with its file and line.
func refuse(_ breaches: [String], _ location: SourceLocation = #_sourceLocation) {
  for breach in breaches { Issue.record(Comment(rawValue: breach), sourceLocation: location) }
}

extension String {
  var hasPersian: Bool { unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) } }
  var hasLatin: Bool { unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 } }

  /// Its words: runs of letters, digits and `_`.
  var words: [Substring] { split { !($0.isLetter || $0.isNumber || $0 == "_") } }
}
