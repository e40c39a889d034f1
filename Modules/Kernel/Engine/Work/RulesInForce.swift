import Feature
import Jalali
import Persian
import Values

extension StoreSnapshot: SnapshotEngine {
  /// The parameters of a rule as they stand in the store, whoever asks.
  func inForce<Asked: Rule>(_ rule: Asked.Type, _ province: Province?, on day: JalaliDay) throws -> InForce {
    let source = try? contracts.provider(of: (any ConfigurationSource).self)
    let settings = try source?.settings(for: rule.id, in: Snapshot(seen(with: .nation))) ?? []
    connection.scope = scope
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
