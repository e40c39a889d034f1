/// One field of an input or output, derived from the Swift type that declares it.
public struct Field: Sendable {
  /// The property's name, which is also the member's name in JSON; empty for the element of a list.
  public let name: String
  /// What it holds.
  public let kind: FieldKind
  /// Whether it may be left out; what is left out is null in a row.
  public let isOptional: Bool
  /// How the store and the ledger keep it.
  public let guarding: FieldGuard
  /// Of a text: how many bytes it may have at most.
  public let longestText: Int
  /// Of a text of an input: how many Unicode scalars it may have; nil where its type alone says how long it may be.
  public var mostScalars: Int?
  /// Not so for keys that the house keeps for itself.
  public let isShown: Bool
  /// The Swift type that holds it, without its module, such as `ShowGroup.Step`.
  public let typeName: String
  /// What people call it, in a word or two; empty until a vocabulary names it.
  public var label = Texts("", "")
  /// What is to be written in, where a declaration says more than the label.
  public var texts = Texts("", "")
  /// Reads a leaf and gives back its canonical value; nil for lists and objects, whose parts check themselves.
  let parse: (@Sendable (Value) throws -> Value)?
}

extension Field {
  /// The same of another kind; what checks itself goes on doing so.
  package func with(_ kind: FieldKind) -> Field {
    Field(
      name: name, kind: kind, isOptional: isOptional, guarding: guarding, longestText: longestText, mostScalars: mostScalars,
      isShown: isShown, typeName: typeName, label: label, texts: texts, parse: parse)
  }

  /// The same with its texts bounded, those within it too.
  ///
  /// - Parameter most: how many Unicode scalars the text of a field of that name may have.
  package func bounded(by most: (String) -> Int, of name: String? = nil) -> Field {
    switch kind {
    case .object(let parts): return with(.object(parts.map { $0.bounded(by: most) }))
    // The element of a list has no name of its own.
    case .list(let element): return with(.list(element.bounded(by: most, of: self.name)))
    case .text where longestText == String.longestText:
      var bounded = self
      bounded.mostScalars = most(name ?? self.name)
      return bounded
    default: return self
    }
  }

  /// The declaration's fields with a line of text each; a field without one keeps empty texts, which a house test refuses.
  public static func named(_ fields: [Field], by texts: KeyValuePairs<String, (String, String)>) -> [Field] {
    fields.map { field in
      var named = field
      if let (fa, en) = texts.first(where: { $0.key == field.name })?.value { named.texts = Texts(fa, en) }
      return named
    }
  }
}
