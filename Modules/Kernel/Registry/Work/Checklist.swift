public import Persian
public import Rules
import Store
public import Values

/// One thing that still stands in the way of a step.
public struct MissingPoint: Codable, Sendable, Equatable {
  public var code: String
  public var fa: String
  public var en: String

  public init(_ code: String, _ texts: Texts) {
    self.code = code
    fa = texts.fa
    en = texts.en
  }
}

extension ReadAccess where Self: ~Copyable {
  /// What a rule would object to today, without keeping a verdict: for checklists. Required parameters that nobody has
  /// set are named among the points.
  public func missing<Asked: Rule>(
    _ rule: Asked.Type, _ facts: Asked.Facts, in province: Province?
  ) throws -> [MissingPoint] {
    let source = try? reader.kernel.ask((any ConfigurationSource).self)
    let settings = try source?.settings(for: rule.id, in: Look(reader.seen(with: .nation))) ?? []
    reader.connection.scope = reader.scope
    let inForce = Precedence.inForce(rule.parameters, settings: settings, province: province?.code, on: reader.day)
    guard inForce.missing.isEmpty else {
      return Refusal.unset(rule, inForce.missing, province).faults.map { MissingPoint($0.code, $0.texts) }
    }
    let parameters = try ValueDecoder.decode(Asked.Parameters.self, from: inForce.values)
    return rule.objections(to: facts, under: parameters, on: reader.day).map { MissingPoint($0.code, $0.texts) }
  }
}
