/// One step of the schema: applied once, in order, recorded for ever; never edited after it was released.
public struct Migration: Sendable {
  /// `module.what`, unique; the part before the dot is the prefix of every table it touches.
  public let name: String
  /// Its statements, run in order within one transaction.
  public let sql: [String]

  /// A step of literal statements.
  ///
  /// - Parameters:
  ///   - name: `module.what`, unique.
  ///   - sql: statements in order; each may hold several.
  public init(_ name: String, _ sql: StaticString...) { self.init(name, statements: sql.map { "\($0)" }) }

  /// Of made statements, which only this room and its tests may have.
  init(_ name: String, statements: [String]) {
    self.name = name
    sql = statements
  }

  /// What its digest is made of. SQL holds no zero octet, so that statements cannot run into one another.
  public var octets: [UInt8] { Array(sql.joined(separator: "\0").utf8) }
}
