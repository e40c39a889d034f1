import Testing

/// What is written once: two readers of one text sooner or later read it differently.
@Suite struct `One of each` {
  private static let reader = "Modules/Kernel/Values/Coding/TypedText.swift"
  private static let product = SourceTree.swift.filter { !$0.path.hasPrefix("Tests/") && $0.file.room != "Modules/TestKit" }

  /// Files that bring digits to 0-9 in one line, although that reads no number, each with its reason.
  private static let folding = [
    "Reference.swift": "a code as it is stored",
    "ObjectLookup.swift": "the name or code of a thing of any module",
    "PersonID.swift": "a foreign identity, letters and digits",
    "Enquiry.swift": "the number of a letter is a text",
    "History.swift": "looks for national IDs in a line, to keep them out of the history",
  ]

  @Test func `typed text has one reader of numbers`() {
    var found: [String: Int] = [:]
    for source in Self.product where source.file.room != "Modules/Kernel/Persian" && source.path != Self.reader {
      let file = String(source.path.split(separator: "/").last ?? "")
      for (index, line) in source.swift.code.enumerated() {
        let place = "\(source.path):\(index + 1)"
        if line.contains("asciiDigits(") {
          found[file, default: 0] += 1
          #expect(Self.folding[file] != nil, "\(place): digits are folded by hand; a number is read by TypedText.wholeNumber")
        }
        #expect(!line.contains("wholeNumberValue"), "\(place): a number is read by TypedText.wholeNumber")
        #expect(!line.contains("PersianText.wholeNumber("), "\(place): typed text is read by TypedText")
      }
    }
    #expect(Set(found.keys) == Set(Self.folding.keys), "reasons for nothing: \(Set(Self.folding.keys).subtracting(found.keys).sorted())")
    #expect(found.values.allSatisfy { $0 == 1 }, "the reason is for one line: \(found.filter { $0.value > 1 })")
  }

  /// What a desk or feature makes a whole number of, where that is a number already or a text that nobody typed as one.
  private static let numbers: [String: String] = [
    "Ranking.swift: Int64($0)": "the score of a need",
    "Ranking.swift: Int64($0.weight)": "the weight of a criterion",
    "Login.swift: Int64(work.principal.session.dropFirst())": "the row in a session's id, which the desk itself wrote",
    "LoginPause.swift: Int((wait + 999_999) / 1_000_000)": "microseconds",
    "Session.swift: Int64(doublings)": "how often a pause doubles",
    "SuperiorsProvider.swift: Int($0)": "a day number from the store",
    "DeadlinesProviders.swift: Int(number)": "a day number from the store",
    "DuplicateSearch.swift: Int($0)": "a day number from the store",
    "PeopleContractProvider.swift: Int(birth)": "a day number from the store",
    "AddPlace.swift: Int(code)": "whether a code is all digits; it stays a text",
    "EnrolPerson.swift: Int64($0)": "the number of a seat",
    "SettleCourse.swift: Int(heads)": "heads, counted by the store",
  ]

  @Test func `desks and features turn no text into a number`() {
    var met: [String: Int] = [:]
    var count = 0
    for source in SourceTree.features where source.file.room != "Modules/TestKit" {
      let file = String(source.path.split(separator: "/").last ?? "")
      for (index, line) in source.swift.code.enumerated() {
        for match in line.matches(of: /\b(?:U?Int(?:8|16|32|64)?|Double|Float|Decimal)(?:\(|\.init\b)/) {
          count += 1
          var depth = 1
          let argument = line[match.range.upperBound...].prefix { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth > 0
          }
          // `row[2].integer ?? 0`: a whole number as the store has it.
          if argument.contains(/\.integer(?: \?\? 0)?$/) { continue }
          let place = "\(file): \(line[match.range])\(argument))"
          met[place, default: 0] += 1
          #expect(
            Self.numbers[place] != nil,
            "\(source.path):\(index + 1): \(place): a number is read by the type of its field, which TypedText reads")
        }
      }
    }
    #expect(count > 10)
    let idle = Set(Self.numbers.keys).subtracting(met.keys)
    #expect(idle.isEmpty, "reasons for nothing: \(idle.sorted())")
    #expect(met.values.allSatisfy { $0 == 1 }, "the reason is for one line: \(met.filter { $0.value > 1 })")
  }

  @Test func `typed text has one list of words for yes and no`() throws {
    let words: Set<String> = ["بله", "بلی", "آری", "اری", "خیر", "نادرست", "درست"]
    var atHome: Set<String> = []
    for source in Self.product {
      for literal in source.swift.literals where words.contains(literal.text) {
        if source.path == Self.reader {
          atHome.insert(literal.text)
        } else {
          Issue.record("\(source.path):\(literal.line): «\(literal.text)» is read by TypedText.truth")
        }
      }
    }
    // The reader compares folded words, in which آ is ا.
    #expect(atHome == words.subtracting(["آری"]))
    for source in Self.product where source.path != Self.reader {
      for (index, line) in source.swift.code.enumerated() where line.contains("contains(") || line.contains("case ") {
        let texts = Self.literals(line, source.swift).map { $0.lowercased() }
        let isList = texts.contains("yes") && (texts.contains("y") || texts.contains("true") || texts.contains("1"))
        #expect(!isList, "\(source.path):\(index + 1): yes and no are read by TypedText.truth")
      }
    }
  }

  /// What marks a second implementation, where the one stands, and what to use instead.
  private static let marks: [(text: String, isLiteral: Bool, home: [String], instead: String)] = [
    ("0x9E37_79B9_7F4A_7C15", false, ["Modules/Kernel/Values/Text/SplitMix64.swift"], "SplitMix64"),
    ("0123456789abcdef", true, [], "Hex"),
    // A scalar's escape is Hex's own; the size of a chunk is a number of RFC 9112 and no bytes.
    ("radix: 16", false, ["Modules/Kernel/Values/Text/Hex.swift", "Modules/Kernel/HTTP/Client/ClientResponseReader.swift"], "Hex"),
    ("0123456789ABCDEF", true, ["Modules/Kernel/HTTP/Messages/PercentEncoding.swift"], "PercentEncoding"),
    ("repeating: \"0\"", false, ["Modules/Kernel/Persian/Digits.swift"], "padded(to:)"),
    // HTTP stands below the room of digits; two places of a time are all it ever fills.
    ("< 10 ? \"0", false, ["Modules/Kernel/HTTP/Server/ResponseWriter.swift"], "padded(to:)"),
    ("? \"0\" : \"\"", false, [], "padded(to:)"),
    ("%02", true, [], "padded(to:)"),
    ("۰۱۲۳۴۵۶۷۸۹", true, [], "PersianText.persianDigits"),
  ]

  @Test func `digits, hexadecimal, percent-encoding and seeded numbers are made in one place each`() {
    var seen: Set<String> = []
    for source in Self.product {
      for mark in Self.marks {
        let lines =
          mark.isLiteral
          ? source.swift.literals.filter { $0.text.contains(mark.text) }.map(\.line)
          : source.file.lines.enumerated().filter { $0.element.contains(mark.text) }.map { $0.offset + 1 }
        guard !lines.isEmpty else { continue }
        if mark.home.contains(source.path) {
          #expect(lines.count == 1, "\(source.path): the reason for \(mark.text) is for one line")
          seen.insert(source.path)
        } else {
          Issue.record("\(source.path):\(lines[0]): \(mark.text) is a second \(mark.instead)")
        }
      }
    }
    #expect(seen == Set(Self.marks.flatMap(\.home)), "the law looks past what there is")
  }

  /// The literals of a line of code, in which each stands as its number in quotes.
  private static func literals(_ line: String, _ swift: SwiftText) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().compactMap { place, part in
      place % 2 == 1 ? Int(part).flatMap { swift.literals.indices.contains($0) ? swift.literals[$0].text : nil } : nil
    }
  }
}
