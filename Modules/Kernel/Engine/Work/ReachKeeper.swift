import Feature
import Store
import Values

/// Keeps `registry_reach` in the transaction in which rows change: who below the province sees which rows.
struct ReachKeeper {
  let map: ReachMap
  let connection: Connection

  /// A row that nobody could refer to before.
  ///
  /// - Throws: `StoreFault` when the table cannot be written.
  func inserted(_ object: String, _ row: Int64) throws {
    guard let kind = map.kind(of: object), try fill(kind, row) else { return }
    try show(kind, row)
  }

  /// A row is gone, or columns of it changed that decide who sees it. What followed from the former ones is taken back, and everything that may
  /// hang on it is worked out anew.
  ///
  /// - Parameter former: the rows that it showed before.
  /// - Throws: `StoreFault` when the table cannot be written.
  func changed(_ object: String, _ row: Int64, former: [Holder] = []) throws {
    var affected: Set<Holder> = []
    for start in [Holder(kind: object, row: row)] + former { try collect(start, into: &affected) }
    try workOut(affected)
  }

  /// The rows that a row shows to whoever sees it; asked before it changes or goes.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func shown(by object: String, _ row: Int64) throws -> [Holder] {
    guard let kind = map.kind(of: object) else { return [] }
    return try kind.shows.flatMap { link in
      try numbers(link.named, .int(row)).map { Holder(kind: link.object ?? "", row: $0) }
    }
  }

  /// Whether the columns in these places decide who sees a row.
  func minds(_ object: String, _ places: [Int]) -> Bool { map.kind(of: object).map { !$0.places.isDisjoint(with: places) } ?? false }

  // MARK: Gaining

  /// Gives a row what it has by itself and by what it belongs to; whether that was new.
  private func fill(_ kind: ReachMap.Kind, _ row: Int64) throws -> Bool {
    var gained = false
    for sql in kind.own where try run(sql + " AND t.id=?", [.int(row)]) { gained = true }
    for link in kind.seenWith where try run(link.insert + " AND t.id=?", [.int(row)]) { gained = true }
    return gained
  }

  /// Passes on to the rows that a row names.
  private func show(_ kind: ReachMap.Kind, _ row: Int64) throws {
    for link in kind.shows {
      guard let object = link.object else { continue }
      for other in try numbers(link.named, .int(row))
      where try run("\(link.insert) AND t.id=? AND \(link.target)", [.int(row), .int(other)]) {
        try gained(object, other)
      }
    }
  }

  private func gained(_ object: String, _ row: Int64) throws {
    if let kind = map.kind(of: object) { try show(kind, row) }
    for (follower, link) in map.followers(of: object) {
      for other in try followers(link, object, row) where try fill(follower, other) { try gained(follower.object, other) }
    }
  }

  // MARK: Losing

  private func collect(_ thing: Holder, into affected: inout Set<Holder>) throws {
    guard affected.insert(thing).inserted else { return }
    for other in try shown(by: thing.kind, thing.row) { try collect(other, into: &affected) }
    for (follower, link) in map.followers(of: thing.kind) {
      for other in try followers(link, thing.kind, thing.row) { try collect(Holder(kind: follower.object, row: other), into: &affected) }
    }
  }

  /// From nothing, so that two rows do not hold one another up, until nothing more follows.
  private func workOut(_ affected: Set<Holder>) throws {
    for thing in affected {
      try connection.privileged("DELETE FROM registry_reach WHERE object=? AND row=?").bind([.text(thing.kind), .int(thing.row)]).run()
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for thing in affected {
        if let kind = map.kind(of: thing.kind), try fill(kind, thing.row) { isGrowing = true }
        for link in map.showing(thing.kind) where try run("\(link.insert) AND \(link.target)", [.int(thing.row)]) { isGrowing = true }
      }
    }
  }

  // MARK: Statements

  private func followers(_ link: ReachMap.Link, _ object: String, _ row: Int64) throws -> [Int64] {
    try numbers(link.naming, link.object == nil ? .text("\(object)/\(row)") : .int(row))
  }

  private func run(_ sql: String, _ values: [Value]) throws -> Bool {
    try connection.privileged(text: sql).bind(values).run()
    return connection.changes > 0
  }

  private func numbers(_ sql: String, _ value: Value) throws -> [Int64] {
    try connection.privileged(text: sql).bind([value]).all().compactMap { $0.first?.integer }
  }
}

extension ReachMap {
  /// Makes the reach table of a store whose rows came before it, or were written under other declarations.
  ///
  /// - Throws: `StoreFault` when the table cannot be written.
  func renew(on connection: Connection) throws {
    let known = try connection.privileged("SELECT digest FROM registry_reach_form").first()
    guard known != .bytes(digest) else { return }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try connection.execute("DELETE FROM registry_reach; DELETE FROM registry_reach_form")
      var isGrowing = true
      while isGrowing {
        isGrowing = false
        for sql in statements {
          try connection.privileged(text: sql).run()
          if connection.changes > 0 { isGrowing = true }
        }
      }
      try connection.privileged("INSERT INTO registry_reach_form(id,digest) VALUES(1,?)").bind([.bytes(digest)]).run()
      try connection.execute("COMMIT")
    } catch {
      try connection.execute("ROLLBACK")
      throw error
    }
  }
}
