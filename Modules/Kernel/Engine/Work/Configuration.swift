import Jalali
import Persian
import Feature
import Store
import Values

/// What the writer remembers of the configuration, until a row of the configuration desk is written or rolled back.
final class ConfigurationCache {
  private struct Place: Hashable {
    let rule: ObjectIdentifier
    let province: Province?
    let day: Int
  }

  /// Places are few; nobody asks for many days at once.
  private static let mostPlaces = 4_096

  private var settings: [String: [Setting]] = [:]
  private var inForce: [Place: ParametersInForce] = [:]
  private var switches: [String: Bool] = [:]
  private let source: (any ConfigurationSource)?

  init(_ source: (any ConfigurationSource)?) { self.source = source }

  func forget() {
    settings.removeAll()
    inForce.removeAll()
    switches.removeAll()
  }

  /// - Throws: `Refusal` naming the required parameters that nobody has set.
  func inForce<Asked: Rule>(_ rule: Asked.Type, _ province: Province?, _ reader: StoreSnapshot) throws -> RuleInForce<Asked> {
    let place = Place(rule: ObjectIdentifier(rule), province: province, day: reader.day.number)
    if let known = inForce[place] as? RuleInForce<Asked> { return known }
    let lines = Precedence.inForce(
      rule.parameters, settings: try settings(for: rule.id, reader), province: province?.code, on: reader.day)
    guard lines.missing.isEmpty else { throw Refusal.unset(rule, lines.missing, province) }
    let found = try RuleInForce<Asked>(lines.values)
    if inForce.count >= ConfigurationCache.mostPlaces { inForce.removeAll(keepingCapacity: true) }
    inForce[place] = found
    return found
  }

  private func settings(for rule: String, _ reader: StoreSnapshot) throws -> [Setting] {
    guard let source else { return [] }
    if let known = settings[rule] { return known }
    let found = try source.settings(for: rule, in: Snapshot(reader.seen(with: .nation)))
    reader.connection.scope = reader.scope
    settings[rule] = found
    return found
  }

  func isOn(_ module: String, _ province: Province, _ reader: StoreSnapshot) throws -> Bool {
    guard let source else { return true }
    let key = "\(module)|\(province.code)|\(reader.day.number)"
    if let known = switches[key] { return known }
    let isOn = try source.isOn(module, in: province, on: reader.day, in: Snapshot(reader.seen(with: .nation)))
    reader.connection.scope = reader.scope
    switches[key] = isOn
    return isOn
  }
}
