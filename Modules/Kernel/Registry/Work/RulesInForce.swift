public import Jalali
public import Persian
public import Rules
import Store
import Values

extension Look {
  /// The parameters of a rule in force, for queries that print them beside a figure.
  ///
  /// - Parameter day: the day whose parameters are asked for; nil for the business date.
  /// - Throws: `Refusal` naming the required parameters that the national office has not set.
  public func parameters<Asked: Rule>(
    of rule: Asked.Type, in province: Province?, on day: JalaliDay? = nil
  ) throws -> Asked.Parameters {
    let source = try? reader.kernel.ask((any ConfigurationSource).self)
    let settings = try source?.settings(for: rule.id, in: Look(reader.seen(with: .nation))) ?? []
    let lines = Precedence.inForce(
      rule.parameters, settings: settings, province: province?.code, on: day ?? reader.day)
    guard lines.missing.isEmpty else { throw Refusal.unset(rule, lines.missing, province) }
    return try ValueDecoder.decode(Asked.Parameters.self, from: lines.values)
  }
}
