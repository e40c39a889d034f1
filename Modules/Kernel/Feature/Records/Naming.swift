/// What people call a row besides its code, and by what they find it. Both are read in the reader's scope.
public struct Naming: Sendable {
  /// By what else than number and code one row is found.
  public enum LookUp: Sendable {
    /// A column that holds the text itself, such as a code of the Statistical Centre.
    case exact(StaticString)
    /// A column that holds the text in lower case, such as a user name.
    case lowerCase(StaticString)
    /// A column that holds the key of a name, folded by `PersianText.nameKey`.
    case nameKey(StaticString)
    /// A column that holds the blind index of a text; a record names the purpose that its rows are indexed for.
    case blindIndex(StaticString, purpose: StaticString)
  }

  /// An SQL expression over the row's columns; nil for what has no name.
  package let name: StaticString?
  /// A column that holds a code given by somebody else; rows without one go by their own.
  package let code: StaticString?
  /// The ways to find a row, in this order.
  package let lookUps: [LookUp]
  /// Who sees the name; nil for everybody who sees the row.
  package let permission: Permission?

  /// - Parameters:
  ///   - name: an SQL expression over the row's columns.
  ///   - code: a column with somebody else's code.
  ///   - lookUps: by what else a row is found, in this order.
  ///   - permission: who sees the name; nil for everybody who sees the row.
  public init(
    _ name: StaticString? = nil, code: StaticString? = nil, foundBy lookUps: [LookUp] = [], visibleWith permission: Permission? = nil
  ) {
    self.name = name
    self.code = code
    self.lookUps = lookUps
    self.permission = permission
  }
}
