import Feature
import Secrets
import Values

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
