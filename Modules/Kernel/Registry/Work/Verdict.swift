import Jalali
import Secrets
import Values

/// What a rule said: kept for `explain`, for replay under other parameters, and for auditors.
struct Verdict {
  let rule: String
  let version: Int
  let province: String?
  let day: JalaliDay
  let parameters: Value
  let facts: Value
  let objections: [(code: String, texts: Texts)]
  /// How many rows the unit had changed when the rule was asked; the verdict stands with the entry of the next change.
  let change: Int
  /// Keeps the facts from being guessed out of their digest.
  let salt = Random.bytes(16)

  /// Digest of the parameters in force: anybody can compute it again from the configuration's history.
  func parameterDigest() throws -> [UInt8] {
    let named = Value.object(parameters.members.map { .init(snakeCase($0.name), $0.value) })
    let text = Value.record(["id": .text(rule), "values": named, "ver": .int(Int64(version))])
    return Digest.sha256(try CanonicalJSON.write(text))
  }

  var factsText: [UInt8] { JSONWriter.write(facts, showsSecrets: true) }

  /// How the ledger entry speaks of it.
  func ledgerForm() throws -> Value {
    .record([
      "cfg": .text(Hex.encode(try parameterDigest())), "facts": .text(Hex.encode(Digest.sha256(salt + factsText))),
      "id": .text(rule), "verdict": .text(objections.isEmpty ? "pass" : "refused"), "ver": .int(Int64(version)),
    ])
  }
}
