import Feature
import Persian
import Store
import Values

// What rows are called, and the rows that people call something. All in the reader's scope: what lies outside has neither
// code nor name.
extension StoreSnapshot: ReferenceNaming {
  /// Code and name of a row; nil for what does not exist for the reader.
  func name(of object: String, _ row: Int64) throws -> ReferenceName? {
    guard let rows = rowNames(of: object) else { return nil }
    return try name(row, among: rows)
  }

  func code(of object: String, _ row: Int64) throws -> String? {
    guard let rows = rowNames(of: object), !rows.isCoded else { return nil }
    if let numbered = rows.numbered { return numbered.isEmpty ? nil : String(decoding: numbered, as: UTF8.self) + String(row) }
    return try name(row, among: rows)?.code
  }

  /// The rows of a kind as this reader sees them; nil for what is no kind of thing.
  func rowNames(of object: String) -> RowNames? {
    // A kind that has neither letters nor a name is called by its number, which stands there already.
    guard let layout = tables.layout(of: object), layout.numbered != "" || layout.naming.name != nil else { return nil }
    let seesNames = layout.naming.permission.map { principal.scope(for: $0) != nil } ?? true
    return references.rows(of: layout, in: scope, on: day, seesNames: seesNames)
  }

  /// The same for many rows of one kind.
  func name(_ row: Int64, among rows: RowNames) throws -> ReferenceName? {
    try rows.byNumber[row] ?? read(rows.numbers, .int(row), rows)
  }

  func name(of object: String, code: String) throws -> ReferenceName? {
    if object == ThingName.anyKind {
      guard case .row(let kind, let row)? = ObjectName(code) else { return nil }
      return try name(of: kind, row)
    }
    guard let rows = rowNames(of: object), rows.isCoded else { return nil }
    return try name(code, among: rows)
  }

  func name(_ code: String, among rows: RowNames) throws -> ReferenceName? {
    try rows.byCode[code] ?? read(rows.codes, .text(code), rows)
  }

  private func read(_ sql: String, _ row: Value, _ rows: RowNames) throws -> ReferenceName? {
    let statement = try statement(text: sql, [row])
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    let name = ReferenceName(code: statement.text(0), name: statement.isNull(1) ? nil : statement.text(1))
    references.keep(name, of: row, in: rows)
    return name
  }

  /// The same for every reference in an answer that was made as a value.
  func named(_ value: Value, by names: [MemberNames]) throws -> Value {
    guard case .object(let members) = value, names.contains(where: { $0.refersToRows }) else { return value }
    var named: [Value.Member] = []
    named.reserveCapacity(members.count + names.count)
    for (place, member) in members.enumerated() {
      // An answer has its members as they are declared, but for those that it leaves out.
      let isInOrder = place < names.count && names[place].member == member.name
      guard let known = isInOrder ? names[place] : names.first(where: { $0.member == member.name }), known.refersToRows else {
        named.append(member)
        continue
      }
      try put(member, known, into: &named)
    }
    return .object(named)
  }

  private func put(_ member: Value.Member, _ names: MemberNames, into named: inout [Value.Member]) throws {
    switch (names.what, member.value) {
    case (.own(let object), .int(let row)):
      named.append(member)
      if let code = try code(of: object, row) { named.append(.init("code", .text(code))) }
    case (.parts(let parts), .object): named.append(.init(member.name, try self.named(member.value, by: parts)))
    case (.list(let element), .list(let items)):
      if case .parts(let parts) = element {
        named.append(.init(member.name, .list(try items.map { try self.named($0, by: parts) })))
      } else {
        named.append(member)
        let called = try items.compactMap { try name($0, element) }
        if !called.isEmpty { named.append(.init(names.beside, .list(called.map(\.value)))) }
      }
    default:
      named.append(member)
      if let called = try name(member.value, names.what) { named.append(.init(names.beside, called.value)) }
    }
  }

  private func name(_ value: Value, _ what: MemberNames.What) throws -> ReferenceName? {
    switch (what, value) {
    case (.row(let object), .int(let row)): try name(of: object, row)
    case (.code(let object), .text(let code)): try name(of: object, code: code)
    default: nil
    }
  }

  /// The row that a code or another name stands for.
  ///
  /// - Throws: `Refusal` of kind `malformed` when several are called so; it names their codes.
  func row(of object: String, named text: String) throws -> Int64? {
    guard let layout = tables.layout(of: object) else { return nil }
    if layout.isCoded,
      let row = try rows(text: "SELECT id FROM \(layout.table.name) WHERE code = ?", [.text(text)]).first?[0].integer
    {
      return row
    }
    for lookUp in layout.naming.lookUps {
      guard let (column, key) = key(of: text, lookUp) else { continue }
      let found = try rows(text: "SELECT id, \(layout.code) FROM \(layout.table.name) WHERE \(column) = ? LIMIT 6", [key])
      if found.count > 1 { throw Refusal.ambiguous(text, layout.entity, found.compactMap { $0[1].string }) }
      if let row = found.first?[0].integer { return row }
    }
    // Digits that nobody is called by are a number after all.
    guard layout.entity.digitsOfName == text.utf8.count, let row = Int64(text) else { return nil }
    return try rows(text: "SELECT id FROM \(layout.table.name) WHERE id = ?", [.int(row)]).first?[0].integer
  }

  private func key(of text: String, _ lookUp: Naming.LookUp) -> (column: StaticString, key: Value)? {
    switch lookUp {
    case .exact(let column): return (column, .text(text))
    case .lowerCase(let column): return (column, .text(text.lowercased()))
    case .nameKey(let column):
      let key = PersianText.nameKey(text)
      return key.isEmpty ? nil : (column, .text(key))
    case .blindIndex(let column, let purpose): return (column, .bytes(blindIndex(text, purpose: "\(purpose)").raw))
    }
  }
}

extension Refusal {
  fileprivate static func ambiguous(_ text: String, _ entity: any Entity.Type, _ codes: [String]) -> Refusal {
    var refusal = ambiguous(text, entity.texts, codes)
    refusal.entity = entity.object
    return refusal
  }

  static func ambiguous(_ text: String, _ what: Texts, _ codes: [String]) -> Refusal {
    let list = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
    return Refusal(
      .malformed, "reference.ambiguous",
      Texts(
        "چند \(what.fa) «\(text)» نام دارند؛ کد یکی را بنویسید: \(list)",
        "More than one \(what.en) is called \"\(text)\"; write the code of one: \(list)"))
  }
}
