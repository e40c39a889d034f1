import Feature
import Ledger
import Store
import Values

/// Where verdicts are kept.
enum VerdictLog {
  static func keep(_ verdicts: [Verdict], entry: Int64, _ vault: Vault, _ connection: Connection) throws {
    for verdict in verdicts {
      let digest = verdict.parameters.digest
      if !verdict.parameters.areKept {
        try connection.privileged("INSERT INTO rules_parameters(digest,rule,value) VALUES(?,?,?) ON CONFLICT DO NOTHING")
          .bind([.bytes(digest), .text(verdict.rule), .text(JSONWriter.text(verdict.parameters.values))]).run()
        verdict.parameters.areKept = true
      }
      let row = try connection.privileged("SELECT coalesce(max(id),0)+1 FROM rules_verdict").first()?.integer ?? 1
      let place = VaultPlace(table: "rules_verdict", column: "facts", row: row)
      let facts = try vault.seal(verdict.factsText, at: place, subject: nil, on: connection)
      let codes = Value.list(verdict.objections.map { .text($0.code) })
      try connection.privileged(
        """
        INSERT INTO rules_verdict(id,entry,rule,version,province,day,parameters,salt,facts,objections)
        VALUES(?,?,?,?,?,?,?,?,?,?)
        """
      ).bind([
        .int(row), .int(entry), .text(verdict.rule), .int(Int64(verdict.version)),
        verdict.province.map(Value.text) ?? .null, .day(verdict.day), .bytes(digest), .bytes(verdict.salt),
        .bytes(facts), .text(JSONWriter.text(codes)),
      ]).run()
    }
  }
}
