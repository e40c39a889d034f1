/// What people call a row that a number refers to.
public struct ReferenceName: Sendable, Equatable {
  /// Its short code, `GR-27-1405-0012` or `NE-12`.
  public let code: String
  /// Its name in the people's language; nil for what has none, or whose name the reader may not see.
  public let name: String?
  /// `{"code": …, "name": …}`.
  public let value: Value
  /// The same as JSON text.
  public let json: [UInt8]

  /// - Parameters:
  ///   - code: its short code.
  ///   - name: its name; nil for none.
  public init(code: String, name: String?) {
    self.code = code
    self.name = name
    value = .object([.init("code", .text(code)), .init("name", name.map(Value.text) ?? .null)])
    var writer = JSONWriter()
    writer.put(value)
    json = writer.buffer.array
  }

  /// The member that stands beside the number of a row: `groupRef` beside `group`.
  public static func member(beside name: String) -> String { name + "Ref" }

  /// The member that this one stands beside; nil for a name that is no reference's.
  public static func base(of name: String) -> String? {
    name.hasSuffix("Ref") && name.utf8.count > 3 ? String(name.dropLast(3)) : nil
  }
}

/// Whoever can tell what rows are called.
public protocol ReferenceNaming: AnyObject {
  /// Code and name of a row that something refers to; nil for one that does not exist for the reader.
  ///
  /// - Throws: whatever reading the store throws.
  func name(of object: String, _ row: Int64) throws -> ReferenceName?
  /// The same for a row that is known by its code.
  ///
  /// - Throws: whatever reading the store throws.
  func name(of object: String, code: String) throws -> ReferenceName?
  /// The code of a thing whose row holds none; nil where the row shows its code itself.
  ///
  /// - Throws: whatever reading the store throws.
  func code(of object: String, _ row: Int64) throws -> String?
}
