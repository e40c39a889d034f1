import Foundation
import Engine
import Feature
import Persian
import Store
import TestKit
import Testing
import Values

@testable import Host

/// Whatever people write wrong in `Config/` is named all at once, with file, line, column, rule and province, and nothing of it
/// is applied.
@Suite struct `Mistakes in Config` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder("config")
    try FileManager.default.createDirectory(atPath: place.path + "/provinces", withIntermediateDirectories: true)
    try write("national.json5", "{}")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: place.path + "/" + name))
  }

  /// The text without its mark, and the mark's line and column.
  private func unmarked(_ text: String) -> (text: String, place: String) {
    let before = text.prefix { $0 != "‸" }
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return (text.replacing("‸", with: ""), "\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1)")
  }

  /// Writes a file of entries that is right but for them; what is wrong with it, as `told` says it.
  private func write(entriesOf file: String) throws -> [String] {
    let isNation = file == "national"
    let name = isNation ? "national.json5" : "provinces/\(file).json5"
    var lines = ["{", isNation ? "  about: \"the nation\"," : "  province: \"\(file)\","]
    var expected: [String] = []
    for (section, entries) in [("modules", ConfigMistakes.switches), ("parameters", ConfigMistakes.values)] {
      lines.append("  \(section): [")
      for entry in entries where entry.file == file {
        let (text, place) = unmarked("    \(entry.text),")
        lines.append(text)
        guard !entry.code.isEmpty else { continue }
        let column = place.split(separator: ":").last ?? ""
        expected.append("\(name):\(lines.count):\(column) \(entry.code) \(entry.subject ?? "-") \(isNation ? "-" : file)")
      }
      lines.append("  ],")
    }
    try write(name, (lines + ["}"]).joined(separator: "\n"))
    return expected
  }

  private func told(_ faults: [ConfigFault]) -> [String] {
    faults.map { fault in
      let file = fault.file.replacing(place.path + "/", with: "")
      return "\(file):\(fault.place.line):\(fault.place.column) \(fault.code) \(fault.subject ?? "-") \(fault.province?.code ?? "-")"
    }
  }

  @Test func `are named all at once`() throws {
    #expect(ConfigMistakes.count >= 60, "\(ConfigMistakes.count)")
    var expected: [String] = []
    for file in Set((ConfigMistakes.values + ConfigMistakes.switches).map(\.file)) { expected += try write(entriesOf: file) }
    for file in ConfigMistakes.files + ConfigMistakes.strangers {
      let (text, place) = unmarked(file.text)
      try write(file.name, text)
      let isRead = file.code != "config.syntax" && file.code != "config.file-name"
      expected.append("\(file.name):\(place) \(file.code) - \(isRead ? String(file.name.dropFirst(10).prefix(5)) : "-")")
    }
    let faults = try ConfigCheck(folder: place.path).faults
    #expect(told(faults).sorted() == expected.sorted())
    let missed = Set(expected).subtracting(told(faults)).sorted()
    let more = Set(told(faults)).subtracting(expected).sorted()
    #expect(missed.isEmpty && more.isEmpty, "missed:\n\(missed.joined(separator: "\n"))\nmore:\n\(more.joined(separator: "\n"))")
    #expect(faults.allSatisfy { $0.texts.isBilingualText })
    #expect(throws: ConfigFilesFault.self) { try ConfigFiles(folder: place.path) }
  }

  @Test func `are named in a file by itself too`() throws {
    for file in ConfigMistakes.alone {
      let (text, spot) = unmarked(file.text)
      try write(file.name, text)
      let faults = told(try ConfigCheck(folder: place.path).faults)
      #expect(faults.count == 1 && faults.first?.hasPrefix("\(file.name):\(spot) \(file.code)") == true, "\(text): \(faults)")
      if file.name == "national.json5" {
        try write(file.name, "{}")
      } else {
        try FileManager.default.removeItem(atPath: place.path + "/" + file.name)
      }
    }
    try Data([0x7B, 0xFF, 0x7D]).write(to: URL(filePath: place.path + "/national.json5"))
    #expect(told(try ConfigCheck(folder: place.path).faults) == ["national.json5:1:1 config.syntax - -"])
    try FileManager.default.removeItem(atPath: place.path + "/national.json5")
    #expect(told(try ConfigCheck(folder: place.path).faults) == ["national.json5:1:1 config.unreadable - -"])
  }

  @Test func `that only rules see make no store, and change none`() throws {
    _ = try write(entriesOf: "IR-02")
    let files = try ConfigFiles(folder: place.path)
    let folder = StoreFolder(place.path + "/store")
    let fault = #expect(throws: ConfigFilesFault.self) { try StoreLocator.create(folder, config: files) }
    #expect(fault?.faults.count == 5)
    #expect(!folder.exists)
  }

  @Test func `JSON5 is read as it is written down`() throws {
    let text = """
      // a comment
      { unquoted: 'single \\' and "double"', "hex": 0xFF, plus: +7, minus: -0, lines: 'one \\
      two', /* within */ nothing: null, yes: true, uni: "\\u06AF\\x41\\uD83D\\uDE00", list: [1, 2,], $_نام: {},}
      """
    let value = try JSON5Reader.read(Array(text.utf8)).value
    #expect(value["unquoted"] == "single ' and \"double\"" && value["hex"] == 255 && value["plus"] == 7 && value["minus"] == 0)
    #expect(value["lines"] == "one two" && value["nothing"] == .null && value["yes"] == true)
    #expect(value["uni"] == "گA😀" && value["list"] == [1, 2] && value["$_نام"] == .object([]))
    var deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
    #expect(throws: JSON5Fault.self) { try JSON5Reader.read(Array(deep.utf8)) }
    deep = String(deep.dropFirst().dropLast())
    #expect(throws: Never.self) { try JSON5Reader.read(Array(deep.utf8)) }
    for wrong in ["{a 1}", "[1 2]", "'\\u12'", "'\\uD800'", "{,}", "[,]", "0x", "--1", "1.", ".5", "1e3", "'a\nb'", "tru", "", "{'a'}"] {
      #expect(throws: JSON5Fault.self, "\(wrong)") { try JSON5Reader.read(Array(wrong.utf8)) }
    }
  }
}

extension Texts {
  fileprivate var isBilingualText: Bool { !fa.isEmpty && !en.isEmpty && fa != en }
}
