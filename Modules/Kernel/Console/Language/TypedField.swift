import Engine
import Values

extension Field {
  /// The catalogue's field, for the reader of typed text: a console knows fields of modules it never heard of.
  init(_ entry: FieldEntry) { self.init(entry.name, FieldKind(entry), isOptional: entry.isOptional) }
}

extension FieldKind {
  fileprivate init(_ entry: FieldEntry) {
    switch entry.kind {
    case "choice": self = .choice(entry.choices ?? [])
    case "reference": self = .reference(object: entry.object ?? "", prefix: entry.prefix)
    case "list": self = .list(entry.parts?.first.map { Field($0) } ?? Field("", .text, isOptional: false))
    case "object": self = .object((entry.parts ?? []).map { Field($0) })
    // What a newer server calls otherwise goes over as it was typed, and the server judges it.
    default: self = FieldKind(plain: entry.kind) ?? .text
    }
  }
}
