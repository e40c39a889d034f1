import HTTP
import Engine
import Values

/// Who looks on: counts every answer, and writes a line about it when asked to.
final class Watch: Sendable {
  let meter: Meter
  let readiness = Readiness()
  private let clock: Clock
  private let log: (@Sendable (String) -> Void)?

  init(_ registry: Registry, clock: Clock, log: (@Sendable (String) -> Void)?) {
    meter = Meter(registry)
    self.clock = clock
    self.log = log
  }

  /// - Parameter principal: an id such as `u12`; never a name.
  func saw(_ method: HTTPMethod?, route: Int, status: Int, nanoseconds: UInt64, request: String, principal: String) {
    let micros = Int64(clamping: nanoseconds / 1_000)
    meter.note(route: route, status: status, micros: micros)
    guard let log else { return }
    log(
      Logfmt.line([
        ("time", Clock.rfc3339(clock.now())), ("id", request), ("method", Watch.name(method)),
        ("route", meter.routes[route].name), ("status", String(status)), ("us", String(micros)), ("actor", principal),
      ]))
  }

  /// Methods that nobody knows are somebody's free text.
  private static func name(_ method: HTTPMethod?) -> String {
    switch method {
    case nil: "-"
    case .other: "other"
    case let known?: known.description
    }
  }
}

/// `key=value` pairs on one line; whatever could break the line or a terminal is escaped.
enum Logfmt {
  static func line(_ pairs: [(String, String)]) -> String {
    pairs.map { "\($0.0)=\(value($0.1))" }.joined(separator: " ")
  }

  static func value(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x3D && $0 != 0x5C }
    if isPlain { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _
      where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .lineSeparator || scalar.properties.generalCategory == .paragraphSeparator:
        quoted += Hex.escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
