import Feature
import Ledger
import Store
import Values

/// Turns what a transaction changed into drafts of ledger entries; real runs and previews alike.
struct EntryWriting {
  let act: String
  let module: String
  let role: String
  let context: CallContext
  private let micros: Int64
  private let at: String

  /// - Parameter at: microseconds since 1970, UTC.
  init(act: String, module: String, role: String, context: CallContext, at: Int64) {
    self.act = act
    self.module = module
    self.role = role
    self.context = context
    micros = at
    self.at = Clock.rfc3339(at)
  }

  /// How many verdicts the entry of a refusal carries at most, so that it stays an entry: the last ones, which refused.
  static let mostVerdictsOfDenial = 50

  /// One draft for each changed object, with the verdicts that led to it.
  func drafts(of core: StoreTransaction) throws -> [EntryDraft] {
    let reads = core.reads.map { read in
      var entry = draft(object: read.object, outcome: .ok)
      entry.province = read.province
      entry.subject = read.subject
      entry.after = read.detail
      return entry
    }
    return try reads
      + core.changes.enumerated().map { index, change in
        var entry = draft(object: change.object, outcome: .ok)
        entry.province = change.province
        entry.revision = change.revision
        entry.request = core.request ?? entry.request
        entry.subject = change.subject
        entry.whyText = core.reason
        let sides = change.sides()
        entry.before = sides.before
        entry.after = sides.after
        entry.state = try change.state()
        entry.rules = verdicts(of: core, at: index).map { $0.ledgerForm() }
        return entry
      }
  }

  /// A rule that was asked after the last change stands with that.
  private func verdicts(of core: StoreTransaction, at index: Int) -> [Verdict] {
    core.verdicts.filter { min($0.change, core.changes.count - 1) == index }
  }

  /// Appends the entries of a unit; the first is the cause of the others.
  ///
  /// - Returns: the last entry; nil when nothing changed.
  func append(_ core: StoreTransaction, _ services: WriterServices, _ connection: Connection) throws -> Int64? {
    var last: Int64?
    var primary: Int64?
    for (index, var draft) in try drafts(of: core).enumerated() {
      draft.cause = primary
      let seq = try services.ledger.append(draft, on: connection)
      primary = primary ?? seq
      last = seq
      services.condition.clockGuard.note(entry: micros)
      try VerdictLog.keep(verdicts(of: core, at: index - core.reads.count), entry: seq, services.vault, connection)
    }
    return last
  }

  /// Appends the entry of a refused attempt with the verdicts that led to it, and what is kept all the same; one of many of a
  /// kind is counted with them.
  ///
  /// - Returns: its entry, or the last of its kind.
  func appendDenial(
    _ refusal: Refusal, _ core: StoreTransaction, province: String?, _ services: WriterServices, _ connection: Connection
  ) throws -> Int64 {
    try keepResidues(of: core, services)
    let entry = try denial(refusal, core, province: province.map { String($0.suffix(2)) })
    let kept = try DenialLog.keep(entry, at: micros, services, connection)
    if kept.isOwn {
      let verdicts = Array(core.verdicts.suffix(EntryWriting.mostVerdictsOfDenial))
      try VerdictLog.keep(verdicts, entry: kept.entry, services.vault, connection)
    }
    return kept.entry
  }

  /// Writes what is kept although the attempt was refused.
  func keepResidues(of core: StoreTransaction, _ services: WriterServices) throws {
    let residues = StoreTransaction(core.store, configuration: services.configuration)
    for keep in core.persistedOnRefusal { try keep(Transaction(residues)) }
  }

  /// The entry of an attempt that was refused.
  func denial(_ refusal: Refusal, _ core: StoreTransaction, province: String?) throws -> EntryDraft {
    var entry = draft(object: core.refused?.object ?? core.changes.first?.object ?? "\(module).request/0", outcome: .denied)
    entry.province = core.refused?.province ?? province
    entry.whyCode = refusal.code
    entry.whyText = core.reason
    entry.rules = core.verdicts.suffix(EntryWriting.mostVerdictsOfDenial).map { $0.ledgerForm() }
    return entry
  }

  private func draft(object: String, outcome: EntryDraft.Outcome) -> EntryDraft {
    EntryDraft(
      act: act, actor: LedgerActor(id: context.principal.id, kind: context.principal.kind, role: role), at: at,
      module: module, object: object, origin: context.origin, outcome: outcome, province: nil, request: context.request)
  }
}

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
