import Engine
import Persian
import Values

/// An answer in the words of its reader: labels for names of fields, words for codes of choices, code and name for the
/// number of a row. Row numbers and revisions of what has a code are left out.
struct Labelling {
  let language: Language
  /// Somebody asked for row numbers by name.
  var keepsNumbers = false
  /// What an answer that says itself in sentences shows besides them.
  var sentences: SentenceForm = .beside

  /// - Parameter fields: those of the answer; of a row, where it is a list.
  func labelled(_ value: Value, by fields: [FieldEntry]) -> Value {
    switch value {
    case .object(let members) where value.isPage:
      let ofRow = Labelling.ofRow(fields)
      return .object(members.map { $0.name == "items" ? .init("items", labelled($0.value, by: ofRow)) : $0 })
    case .object(let members): return .object(object(members, of: value, fields))
    case .list(let items): return .list(items.map { labelled($0, by: fields) })
    default: return value
    }
  }

  /// The fields of one row: a list declares them, a query that answers with rows declares a list of them.
  static func ofRow(_ fields: [FieldEntry]) -> [FieldEntry] {
    guard let items = fields.first(where: { $0.name == "items" && $0.kind == "list" }), let row = items.parts?.first else { return fields }
    return row.parts ?? fields
  }

  /// Headings of a list's known columns, in their order.
  ///
  /// - Parameter isCodeless: whether no row has a code in the place of its number.
  func headings(of fields: [FieldEntry], isCodeless: Bool = false) -> [String] {
    let hasCode = !keepsNumbers && fields.contains { $0.name == "code" || $0.name == "id" && $0.kind == "reference" }
    let isSaid = sentences == .instead && fields.contains { $0.name == SentenceForm.member }
    return fields.compactMap { field in
      if isSaid, field.kind == "object" { return nil }
      if let words = Labelling.words(of: field.name), fields.contains(where: { $0.name == words }) { return nil }
      if let twin = Twin(field.name, among: { name in fields.contains { $0.name == name } }) {
        return twin.language == language ? twin.label(label(field), language) : nil
      }
      return field.name == "id" && hasCode
        ? (isCodeless || fields.contains { $0.name == "code" } ? nil : code) : field.name == "rev" && hasCode ? nil : label(field)
    }
  }

  /// The member that says in words what a list of codes says: `reasonTexts` of `reasons`.
  private static func words(of codes: String) -> String? { codes.hasSuffix("s") ? codes.dropLast() + "Texts" : nil }

  private var code: String { language == .fa ? "کد" : "code" }

  private func label(_ field: FieldEntry) -> String {
    guard let label = field.label?[language], !label.isEmpty else { return field.name }
    return label
  }

  private func object(_ members: [Value.Member], of whole: Value, _ fields: [FieldEntry]) -> [Value.Member] {
    var shown: [Value.Member] = []
    var known: Set<String> = []
    let isCoded = !keepsNumbers && whole["code"] != nil
    let said = whole[SentenceForm.member]?.sentences(in: language)
    for member in members {
      if isCoded, member.name == "id" || member.name == "rev" { continue }
      if isBeside(member.name, suffix: ReferenceName.member(beside: ""), whole) { continue }
      if isBeside(member.name, suffix: JSONWriter.twin(of: ""), whole) { continue }
      let field = fields.first { $0.name == member.name }
      // What has words beside its codes is read in words.
      if Labelling.words(of: member.name).map({ whole[$0] != nil }) == true { continue }
      // A row's own number says nothing to people.
      if !keepsNumbers, member.name == "id", field?.kind == "reference" { continue }
      // What is said in both languages is read in one.
      if let twin = Twin(member.name, among: { whole[$0] != nil }) {
        guard twin.language == language else { continue }
        shown.append(.init(field.map { twin.label(label($0), language) } ?? twin.name, member.value))
        continue
      }
      if said != nil, sentences == .instead, case .object = member.value { continue }
      var heading = field.map(label) ?? (member.name == "code" ? code : member.name)
      // Two fields of one label would be one column.
      if !known.insert(heading).inserted { heading += " (\(member.name))" }
      known.insert(heading)
      if let said, member.name == SentenceForm.member {
        shown.append(.init(heading, sentences == .beside ? .list(said.map(Value.text)) : SentenceForm.marked(said)))
      } else if let called = whole[ReferenceName.member(beside: member.name)].flatMap(called) {
        shown.append(.init(heading, .text(called)))
      } else if !keepsNumbers, let field, field.isReference {
        // What has no name here does not exist for the reader: its number would tell that it is there.
        shown.append(.init(heading, .null))
      } else {
        shown.append(.init(heading, field.map { inside(member.value, $0) } ?? member.value))
      }
      if let twin = whole[JSONWriter.twin(of: member.name)] { shown.append(.init(JSONWriter.twin(of: heading), twin)) }
    }
    return shown
  }

  /// Whether a member only says more about the one whose name it begins with.
  private func isBeside(_ name: String, suffix: String, _ whole: Value) -> Bool {
    name.hasSuffix(suffix) && name.count > suffix.count && whole[String(name.dropLast(suffix.count))] != nil
  }

  /// Code and name on one line, or those of several.
  private func called(_ value: Value) -> String? {
    if case .list(let items) = value {
      let all = items.compactMap(called)
      return all.isEmpty ? nil : all.joined(separator: language == .fa ? "، " : ", ")
    }
    guard let code = value["code"]?.string else { return nil }
    return ([code] + [value["name"]?.string].compactMap { $0 }).joined(separator: " ")
  }

  private func inside(_ value: Value, _ field: FieldEntry) -> Value {
    if let said = value.said(in: language) { return said }
    switch (field.kind, value) {
    case ("object", .object): return labelled(value, by: field.parts ?? [])
    case ("list", .list(let items)):
      guard let element = field.parts?.first else { return value }
      return .list(items.map { inside($0, element) })
    case ("choice", .text(let code)):
      return .text(field.choices?.first { $0.value == code }?.texts[language] ?? code)
    case ("bool", .bool(let flag)): return .text(TypedText.words(for: flag)[language])
    case ("province", .text(let code)):
      guard let province = Province(code: code) else { return value }
      return .text(language == .fa ? province.fa : province.en)
    default: return value
    }
  }
}

/// A member that says in one language what another beside it says in the other: `fa` and `en`, `textFa` and `textEn`.
struct Twin {
  /// What both have in common; the language's own word where there is nothing else.
  let name: String
  let language: Language

  /// nil for a member that stands alone.
  ///
  /// - Parameter isThere: whether there is a member of that name beside it.
  init?(_ member: String, among isThere: (String) -> Bool) {
    for language in Language.allCases {
      let other: Language = language == .fa ? .en : .fa
      let (ending, otherEnding) = (Twin.ending(language), Twin.ending(other))
      if member == language.rawValue, isThere(other.rawValue) {
        (name, self.language) = (language == .fa ? "معنا" : "meaning", language)
        return
      }
      guard member.hasSuffix(ending), isThere(member.dropLast(ending.count) + otherEnding) else { continue }
      (name, self.language) = (String(member.dropLast(ending.count)), language)
      return
    }
    return nil
  }

  /// The label without the name of the language, which its reader knows.
  func label(_ label: String, _ language: Language) -> String {
    if label == language.texts[language] { return name }
    let endings = language == .fa ? [" فارسی", " (فارسی)"] : [" in English", " (English)"]
    if let ending = endings.first(where: label.hasSuffix) { return String(label.dropLast(ending.count)) }
    return label.hasPrefix("English ") ? String(label.dropFirst(8)) : label
  }

  private static func ending(_ language: Language) -> String { language == .fa ? "Fa" : "En" }
}

/// How an answer shows the sentences that say it in words, and the fields they are made of.
enum SentenceForm {
  /// As one field among the others: for files.
  case beside
  /// Sentences in the place of things that would become dotted columns: for a table.
  case instead
  /// Sentences before all fields: for one field a line.
  case first

  /// The member of an answer that holds them.
  static let member = "sentences"

  /// Sentences of one language, told apart from any other list of texts until they are laid out.
  static func marked(_ sentences: [String]) -> Value { .record([member: .list(sentences.map(Value.text))]) }
}

extension Value {
  /// Of a list of `{fa, en}`: each in that language; nil for anything else.
  func sentences(in language: Language) -> [String]? {
    guard case .list(let items) = self, !items.isEmpty else { return nil }
    let said = items.compactMap { $0[language.rawValue]?.string }
    return said.count == items.count ? said : nil
  }

  /// What is nothing but a text in both languages, or a list of such, in one of them; nil for anything else.
  func said(in language: Language) -> Value? {
    switch self {
    case .object(let members):
      guard members.count == 2, self["fa"]?.string != nil, self["en"]?.string != nil else { return nil }
      return self[language.rawValue]
    case .list(let items) where !items.isEmpty:
      let said = items.compactMap { $0.said(in: language) }
      return said.count == items.count ? .list(said) : nil
    default: return nil
    }
  }

  /// What `SentenceForm.marked` made; nil for anything else.
  var markedSentences: [String]? {
    guard case .object(let members) = self, members.count == 1, members[0].name == SentenceForm.member,
      case .list(let items) = members[0].value
    else { return nil }
    let said = items.compactMap(\.string)
    return said.count == items.count && !said.isEmpty ? said : nil
  }
}

extension FieldEntry {
  /// Whether it holds the number of another row, or those of several.
  fileprivate var isReference: Bool { kind == "reference" || kind == "list" && parts?.first?.kind == "reference" }
}
