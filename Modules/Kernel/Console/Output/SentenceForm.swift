import Values

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
