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
  let parameterDigest: [UInt8]
  let factsText: [UInt8]

  init(
    rule: String, version: Int, province: String?, day: JalaliDay, parameters: Value, facts: Value,
    objections: [(code: String, texts: Texts)], change: Int
  ) throws {
    self.rule = rule
    self.version = version
    self.province = province
    self.day = day
    self.parameters = parameters
    self.facts = facts
    self.objections = objections
    self.change = change
    factsText = JSONWriter.write(facts, showsSecrets: true)
    let named = Value.object(parameters.members.map { .init(snakeCase($0.name), $0.value) })
    let text = Value.record(["id": .text(rule), "values": named, "ver": .int(Int64(version))])
    parameterDigest = Digest.sha256(try CanonicalJSON.write(text))
  }

  /// How the ledger entry speaks of it.
  func ledgerForm() -> Value {
    .record([
      "cfg": .text(Hex.encode(parameterDigest)), "facts": .text(Hex.encode(Digest.sha256(salt + factsText))),
      "id": .text(rule), "verdict": .text(objections.isEmpty ? "pass" : "refused"), "ver": .int(Int64(version)),
    ])
  }
}
