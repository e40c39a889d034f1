public import Jalali

/// Writes values as JSON text for people and machines outside: dates get their Jalali twin, secrets a mask.
public struct JSONWriter: ~Copyable {
  /// The text so far.
  public var buffer = JSONBuffer()
  /// Whether the reader holds the right to see personal data in clear.
  let showsSecrets: Bool

  /// An empty text.
  ///
  /// - Parameter showsSecrets: whether the reader holds the right to see personal data in clear; else secrets are written as `Mask` shows
  ///   them.
  public init(showsSecrets: Bool = false) { self.showsSecrets = showsSecrets }

  /// A value as UTF-8.
  ///
  /// - Parameter showsSecrets: whether secrets are written in clear.
  public static func write(_ value: Value, showsSecrets: Bool = false) -> [UInt8] {
    var writer = JSONWriter(showsSecrets: showsSecrets)
    writer.put(value)
    return writer.buffer.array
  }

  /// A value as a string.
  ///
  /// - Parameter showsSecrets: whether secrets are written in clear.
  public static func text(_ value: Value, showsSecrets: Bool = false) -> String {
    String(decoding: write(value, showsSecrets: showsSecrets), as: UTF8.self)
  }

  /// A value where the text stands now. A date by itself has no twin: that needs the name of a member.
  public mutating func put(_ value: Value) {
    switch value {
    case .null: buffer.raw("null")
    case .bool(let flag): put(flag)
    case .int(let number): buffer.put(number)
    case .text(let text): buffer.put(text)
    case .day(let day): buffer.put(iso: day)
    case .bytes(let data): buffer.quoteHex(data)
    case .secret(let inner): if showsSecrets { put(inner) } else { buffer.put(Mask.text(inner)) }
    case .personal(let inner): put(inner)
    case .list(let items):
      buffer.put(UInt8(ascii: "["))
      for item in items {
        comma()
        put(item)
      }
      buffer.put(UInt8(ascii: "]"))
    case .object(let members):
      buffer.put(UInt8(ascii: "{"))
      for member in members { put(member.value, named: member.name) }
      buffer.put(UInt8(ascii: "}"))
    }
  }

  /// `true` or `false`.
  public mutating func put(_ flag: Bool) { buffer.raw(flag ? "true" : "false") }

  /// A member of an object, with the twin of a date behind it.
  public mutating func put(_ value: Value, named name: String) {
    put(name: name)
    put(value)
    putTwin(of: value, named: name)
  }

  /// The name of a member with its colon, behind a comma where one is due.
  public mutating func put(name: String) {
    comma()
    buffer.put(name: name)
  }

  /// `…Jalali`, behind the date that was just written as a member of that name.
  mutating func putTwin(of value: Value, named name: String) {
    switch value {
    case .day(let day): put(twin: day, named: name)
    case .personal(let inner): putTwin(of: inner, named: name)
    case .secret(let inner): if showsSecrets { putTwin(of: inner, named: name) }
    default: break
    }
  }

  /// A day in Jalali as a member of its own, named after the date it repeats.
  public mutating func put(twin day: JalaliDay, named name: String) {
    put(name: JSONWriter.twin(of: name))
    buffer.put(jalali: day)
  }

  /// The name of the member that says a day in Jalali too.
  public static func twin(of name: String) -> String { name + "Jalali" }

  /// Nothing stands before the first part of an object or a list. No value ends in an opening bracket.
  public mutating func comma() {
    let last = buffer.last
    if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { buffer.put(UInt8(ascii: ",")) }
  }
}

/// How a secret looks to somebody without the right to read it.
public enum Mask {
  /// The last four characters of a longer text, so that its owner knows it again; of anything else nothing.
  public static func text(_ value: Value) -> String {
    guard case .text(let text) = value else { return "•••" }
    return text.count > 6 ? "•••" + text.suffix(4) : "•••"
  }
}
