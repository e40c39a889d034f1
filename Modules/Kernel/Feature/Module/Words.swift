/// The vocabulary of a module: what people call each property of its inputs, records and answers, once.
///
/// A key is a property's name (`"requestedOn"`); where the same name means something else in one type, the type stands
/// before it (`"Plan.title"`). A declaration says only what differs, such as what happens when a field is left out.
public struct Words: Sendable, ExpressibleByDictionaryLiteral {
  private let labels: [String: Texts]

  /// - Parameter elements: names with their Persian and English label.
  public init(dictionaryLiteral elements: (String, (String, String))...) {
    labels = Dictionary(elements.map { ($0.0, Texts($0.1.0, $0.1.1)) }, uniquingKeysWith: { first, _ in first })
  }

  private init(_ labels: [String: Texts]) { self.labels = labels }

  /// The label of a property, that of its type before the general one; nil when nobody has named it.
  public func label(of property: String, in type: String) -> Texts? { labels["\(type).\(property)"] ?? labels[property] }

  /// These words, and the others where these say nothing.
  package func merging(_ others: Words) -> Words { Words(labels.merging(others.labels) { own, _ in own }) }

  /// Every key, for laws that look for words nobody uses.
  package var keys: [String] { labels.keys.sorted() }
}

/// Which commands help after a refusal that any module can meet. The engine knows no module by name: whoever has such a
/// command says so.
public struct Remedies: Sendable {
  /// The action that opens a session.
  package let signingIn: (any Action.Type)?
  /// The query that shows a rule with its source and the values in force; it takes a field `rule`.
  package let explainingRule: (any Query.Type)?
  /// The action that sets a parameter of a rule.
  package let settingParameter: (any Action.Type)?
  /// The action that switches a module on in a province.
  package let switchingModule: (any Action.Type)?

  /// Declares what is given and nothing else.
  public init(
    signingIn: (any Action.Type)? = nil, explainingRule: (any Query.Type)? = nil, settingParameter: (any Action.Type)? = nil,
    switchingModule: (any Action.Type)? = nil
  ) {
    self.signingIn = signingIn
    self.explainingRule = explainingRule
    self.settingParameter = settingParameter
    self.switchingModule = switchingModule
  }
}
