import Feature
import Jalali
import Persian
import Secrets
import Store
import Values

/// What the writer remembers of the configuration, until a row of the configuration desk is written or rolled back.
final class ConfigurationCache {
  private struct CacheKey: Hashable {
    let rule: ObjectIdentifier
    let province: Province?
    let day: Int
  }

  /// Keys are few; nobody asks for many days at once.
  private static let mostPlaces = 4_096

  private var settings: [String: [Setting]] = [:]
  private var inForce: [CacheKey: ParametersInForce] = [:]
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
    let key = CacheKey(rule: ObjectIdentifier(rule), province: province, day: reader.day.number)
    if let known = inForce[key] as? RuleInForce<Asked> { return known }
    let lines = Precedence.inForce(
      rule.parameters, settings: try settings(for: rule.id, reader), province: province?.code, on: reader.day)
    guard lines.missing.isEmpty else { throw Refusal.unset(rule, lines.missing, province) }
    let found = try RuleInForce<Asked>(lines.values)
    if inForce.count >= ConfigurationCache.mostPlaces { inForce.removeAll(keepingCapacity: true) }
    inForce[key] = found
    return found
  }

  private func settings(for rule: String, _ reader: StoreSnapshot) throws -> [Setting] {
    guard let source else { return [] }
    if let known = settings[rule] { return known }
    let found = try source.settings(for: rule, in: Snapshot(reader.seen(with: .nation)))
    reader.look()
    settings[rule] = found
    return found
  }

  func isOn(_ module: String, _ province: Province, _ reader: StoreSnapshot) throws -> Bool {
    guard let source else { return true }
    let key = "\(module)|\(province.code)|\(reader.day.number)"
    if let known = switches[key] { return known }
    let isOn = try source.isOn(module, in: province, on: reader.day, in: Snapshot(reader.seen(with: .nation)))
    reader.look()
    switches[key] = isOn
    return isOn
  }
}

/// The parameters of a rule as a verdict names them.
class ParametersInForce {
  let values: Value
  /// Anybody can compute it again from the configuration's history.
  let digest: [UInt8]
  /// Whether this unit's transaction, or one before it, has put them into the book of parameters. Forgotten with every
  /// rollback, because whoever rolls back forgets the whole configuration.
  var areKept = false

  fileprivate init(_ values: Value, rule: String, version: Int) throws {
    self.values = values
    let named = Value.object(values.members.map { .init(snakeCase($0.name), $0.value) })
    let text = Value.record(["id": .text(rule), "values": named, "ver": .int(Int64(version))])
    digest = Digest.sha256(try CanonicalJSON.write(text))
  }
}

/// The same with their Swift form.
final class RuleInForce<Asked: Rule>: ParametersInForce {
  let parameters: Asked.Parameters

  init(_ values: Value) throws {
    parameters = try ValueDecoder.decode(Asked.Parameters.self, from: values)
    try super.init(values, rule: Asked.id, version: Asked.version)
  }
}

extension StoreSnapshot: SnapshotEngine {
  /// The parameters of a rule as they stand in the store, whoever asks.
  func inForce<Asked: Rule>(_ rule: Asked.Type, _ province: Province?, on day: JalaliDay) throws -> InForce {
    let source = try? contracts.provider(of: (any ConfigurationSource).self)
    let settings = try source?.settings(for: rule.id, in: Snapshot(seen(with: .nation))) ?? []
    look()
    return Precedence.inForce(rule.parameters, settings: settings, province: province?.code, on: day)
  }

  func parameters<Asked: Rule>(of rule: Asked.Type, in province: Province?, on day: JalaliDay?) throws -> Asked.Parameters {
    let lines = try inForce(rule, province, on: day ?? self.day)
    guard lines.missing.isEmpty else { throw Refusal.unset(rule, lines.missing, province) }
    return try ValueDecoder.decode(Asked.Parameters.self, from: lines.values)
  }

  func missing<Asked: Rule>(_ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?) throws -> [MissingPoint] {
    let lines = try inForce(rule, province, on: day)
    guard lines.missing.isEmpty else {
      return Refusal.unset(rule, lines.missing, province).faults.map { MissingPoint($0.code, $0.texts) }
    }
    let parameters = try ValueDecoder.decode(Asked.Parameters.self, from: lines.values)
    return rule.objections(to: facts, under: parameters, on: day).map { MissingPoint($0.code, $0.texts) }
  }
}
