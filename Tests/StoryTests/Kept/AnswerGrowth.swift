import Foundation
import Values

/// What an answer lost against a recorded one: each member must be there with its value, others may have come.
struct AnswerGrowth {
  private(set) var losses: [String] = []

  /// What is another each time: one-time words, names of requests and cursors, moments, free room, what a person is sealed
  /// under, and the version of the program or of a rule.
  private static let volatile: Set<String> = [
    "token", "oneTimeSecret", "requestId", "next", "startedAt", "endedAt", "freeDiskBytes", "subject", "version", "ver",
  ]
  /// Words for people may be put better; that they are there is all a client rests on.
  private static let words: Set<String> = ["fa", "en", "title", "description"]

  init(from recorded: Value, to present: Value) { compare(recorded, present, "", isWords: false) }

  private mutating func compare(_ old: Value, _ new: Value?, _ place: String, isWords: Bool) {
    guard let new else { return losses.append("\(place): is gone") }
    switch (old, new) {
    case (.object(let members), .object):
      let isProblem = old["requestId"] != nil || old["fa"] != nil
      for member in members {
        let isWords = AnswerGrowth.isWords(member.name) && (isProblem || member.name != "title")
        if AnswerGrowth.volatile.contains(member.name) {
          if (new[member.name] ?? .null).isSame(kindAs: member.value) { continue }
          losses.append("\(place)/\(member.name): is gone or of another kind")
        } else {
          compare(member.value, new[member.name], "\(place)/\(member.name)", isWords: isWords)
        }
      }
    case (.list(let were), .list(let are)): lists(were, are, place, isWords: isWords)
    case _ where old == new: break
    // A number of which the catalogue says now whose it is, and kinds that have letters now.
    case (.text("int"), .text("reference")) where place.hasSuffix("/kind"): break
    case (.null, .text) where place.hasSuffix("/object") || place.hasSuffix("/prefix"): break
    case (.text(let was), .text(let now)) where AnswerGrowth.hasGrown(was, to: now): break
    case (.text(let was), .text(let now)) where AnswerGrowth.rows(was) != nil:
      compare(.list(AnswerGrowth.rows(was) ?? []), .list(AnswerGrowth.rows(now) ?? []), place, isWords: isWords)
    case (.text(let was), .text(let now)) where isWords && !now.isEmpty || AnswerGrowth.areDigests(was, now): break
    default: losses.append("\(place): is \(JSONWriter.text(new)), was \(JSONWriter.text(old))")
    }
  }

  /// Things with a name of their own are found by it, in their order; others by their place.
  private mutating func lists(_ old: [Value], _ new: [Value], _ place: String, isWords: Bool) {
    let (names, presentNames) = (old.map(AnswerGrowth.name), new.map(AnswerGrowth.name))
    guard !names.contains(nil), Set(names).count == names.count else {
      for (index, element) in old.enumerated() {
        compare(element, new.indices.contains(index) ? new[index] : nil, "\(place)/\(index)", isWords: isWords)
      }
      return
    }
    var last = -1
    for (name, element) in zip(names, old) {
      let index = presentNames.firstIndex(of: name)
      compare(element, index.map { new[$0] }, "\(place)/\(name ?? "")", isWords: isWords)
      if let index {
        if index < last { losses.append("\(place)/\(name ?? ""): stands elsewhere") }
        last = index
      }
    }
  }

  private static func name(_ value: Value) -> String? {
    // A value in force is its rule's, one of a field is the field's.
    for names in [["rule", "parameter"], ["id"], ["rule"], ["name"], ["pointer"], ["code"], ["object"], ["command"]] {
      let found = names.map { value[$0] ?? .null }
      if !found.contains(.null) { return found.map { $0.string ?? JSONWriter.text($0) }.joined(separator: " ") }
    }
    return value.string
  }

  /// A sheet gains columns behind those that it had; its rows are as many as they were.
  private static func hasGrown(_ was: String, to now: String) -> Bool {
    let (old, new) = (was.components(separatedBy: "\r\n"), now.components(separatedBy: "\r\n"))
    return old.count > 1 && old.count == new.count && zip(old, new).allSatisfy { $1 == $0 || $1.hasPrefix($0 + ",") }
  }

  /// Rows of a result with one JSON text a line; nil for another text.
  private static func rows(_ text: String) -> [Value]? {
    guard text.hasPrefix("{") else { return nil }
    return try? text.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  private static func isWords(_ name: String) -> Bool { words.contains(name) || name.hasSuffix("Fa") || name.hasSuffix("En") }

  /// 32 hexadecimal digits or more say nothing by themselves.
  private static func areDigests(_ one: String, _ other: String) -> Bool {
    one.utf8.count >= 32 && one.utf8.count == other.utf8.count && (one + other).allSatisfy(\.isHexDigit)
  }
}

extension Value {
  fileprivate func isSame(kindAs other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null), (.text, .text), (.int, .int): true
    default: false
    }
  }
}
