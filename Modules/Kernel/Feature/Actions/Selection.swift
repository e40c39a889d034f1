/// The rows of a list: a FROM clause, conditions with bound values, an order. SQL is literal text by type.
public struct Selection: Sendable {
  package let from: String
  /// The column that orders the rows and carries the cursor; unique.
  package let key: String
  package private(set) var conditions: [(sql: String, values: [Value])] = []
  package private(set) var expressions: [String: String] = [:]
  /// References by code or name: the condition that wants the row's number, the kind, and what was written.
  private var references: [(place: Int, object: String, text: String)] = []
  /// Things by code or name: the condition that wants the name in the ledger, and what was written.
  private var things: [(place: Int, text: String)] = []
  package private(set) var isNewestFirst = false
  /// The column that comes before the key in the order, if any.
  package private(set) var order: String?

  /// - Parameters:
  ///   - from: tables with aliases; the main one is `t`.
  ///   - key: the row id that orders the list.
  public init(from: StaticString, key: StaticString = "t.id") {
    self.from = "\(from)"
    self.key = "\(key)"
  }

  /// Adds a condition with one `?` when the filter is given.
  public func filter(_ condition: StaticString, _ value: (any FieldType)?) -> Selection {
    guard let value else { return self }
    var more = self
    more.conditions.append(("\(condition)", [value.value]))
    return more
  }

  /// Adds a condition without values.
  public func `where`(_ condition: StaticString) -> Selection {
    var more = self
    more.conditions.append(("\(condition)", []))
    return more
  }

  /// Rows whose folded key contains the folded words, when given.
  public func search(_ column: StaticString, _ text: String?) -> Selection {
    guard let text, !text.isEmpty else { return self }
    var more = self
    more.conditions.append(("instr(\(column), ?) > 0", [.text(PersianText.searchKey(text))]))
    return more
  }

  /// Rows that have to do with a row that a reference names, when given; none where it names nothing in scope.
  ///
  /// - Parameter condition: has one `?` for the number of that row.
  public func refer<Of: Entity>(_ reference: Ref<Of>?, _ condition: StaticString) -> Selection {
    switch reference {
    case nil: return self
    case .row(let id): return filter(condition, id)
    case .code(let text), .name(let text):
      var more = self
      more.references.append((more.conditions.count, Of.object, text))
      return more.filter(condition, Int64(0))
    }
  }

  /// Rows about a thing of whatever kind, when one is given by its code or its name in the ledger; none where it names
  /// nothing in scope.
  ///
  /// - Parameter condition: has one `?` for the name in the ledger.
  public func about(_ thing: String?, _ condition: StaticString) -> Selection {
    guard let thing else { return self }
    var more = self
    more.things.append((more.conditions.count, thing))
    return more.filter(condition, "")
  }

  /// The same with the rows found that the references name.
  ///
  /// - Parameters:
  ///   - row: the number of a row of a kind.
  ///   - thing: the name in the ledger of a row of any kind.
  package func resolved(
    _ row: (_ object: String, _ text: String) throws -> Int64?, thing: (_ text: String) throws -> String?
  ) rethrows -> Selection {
    var found = self
    for (place, object, text) in references { found.conditions[place].values = [.int(try row(object, text) ?? 0)] }
    for (place, text) in things { found.conditions[place].values = [.text(try thing(text) ?? "")] }
    return found
  }

  /// Where a property of the item comes from when it is not `t.<column>`.
  public func column(_ property: String, _ expression: StaticString) -> Selection {
    var more = self
    more.expressions[property] = "\(expression)"
    return more
  }

  /// Shows the state that follows from another row as `state`, and asks for one of them where one is given.
  ///
  /// - Parameter state: nil for all.
  public func state<Row: DerivedStateRecord>(of row: Row.Type, is state: Row.Machine.State?) -> Selection {
    var more = column("state", Row.standing)
    if let state { more.conditions.append(("\(Row.standing) = ?", [state.value])) }
    return more
  }

  /// Rows in the order of a column that is never null (a Persian sort key), then of the key.
  public func sorted(by column: StaticString) -> Selection {
    var more = self
    more.order = "\(column)"
    return more
  }

  /// From the last row to the first, in the order of the key or of the column named by `sorted`.
  public func newestFirst() -> Selection {
    var more = self
    more.isNewestFirst = true
    return more
  }
}
