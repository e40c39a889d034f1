import Values

/// What a member of an answer refers to, read off its declaration once.
final class MemberNames: Sendable {
  indirect enum What: Sendable {
    case nothing
    /// The row's own number, which has its code beside it.
    case own(String)
    /// The number of another row, and the code of one.
    case row(String)
    case code(String)
    case list(What)
    case parts([MemberNames])

    var refersToRows: Bool {
      switch self {
      case .nothing: false
      case .own, .row, .code: true
      case .list(let element): element.refersToRows
      case .parts(let parts): parts.contains { $0.refersToRows }
      }
    }
  }

  let member: String
  /// The member that says code and name.
  let beside: String
  let what: What
  let refersToRows: Bool

  init(_ field: Field) {
    member = field.name
    beside = ReferenceName.member(beside: field.name)
    what = MemberNames.what(field.kind, isOwn: field.name == "id")
    refersToRows = what.refersToRows
  }

  private static func what(_ kind: FieldKind, isOwn: Bool) -> What {
    switch kind {
    case .reference(let object, _) where isOwn: .own(object)
    case .reference(let object, nil): .row(object)
    case .code(let object): .code(object)
    case .list(let element): .list(what(element.kind, isOwn: false))
    case .object(let fields): .parts(fields.map(MemberNames.init))
    default: .nothing
    }
  }
}
