public import Jalali
public import Persian
public import Rules
import Store
import Values

/// Answered by the configuration desk: what was set for rules and modules.
public protocol ConfigurationSource: Sendable {
  func settings(for rule: String, in look: borrowing Look) throws -> [Setting]
  func isOn(_ module: String, in province: Province, on day: JalaliDay, in look: borrowing Look) throws -> Bool
}

/// What the writer remembers of the configuration, until a row of the configuration desk is written or rolled back.
final class ConfigurationCache {
  private var settings: [String: [Setting]] = [:]
  private var switches: [String: Bool] = [:]
  private let source: (any ConfigurationSource)?

  init(_ source: (any ConfigurationSource)?) { self.source = source }

  func forget() {
    settings.removeAll()
    switches.removeAll()
  }

  func settings(for rule: String, _ reader: ReadCore) throws -> [Setting] {
    guard let source else { return [] }
    if let known = settings[rule] { return known }
    let found = try source.settings(for: rule, in: Look(reader.seen(with: .nation)))
    reader.connection.scope = reader.scope
    settings[rule] = found
    return found
  }

  func isOn(_ module: String, _ province: Province, _ reader: ReadCore) throws -> Bool {
    guard let source else { return true }
    let key = "\(module)|\(province.code)|\(reader.day.number)"
    if let known = switches[key] { return known }
    let isOn = try source.isOn(module, in: province, on: reader.day, in: Look(reader.seen(with: .nation)))
    reader.connection.scope = reader.scope
    switches[key] = isOn
    return isOn
  }
}
