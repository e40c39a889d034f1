import Feature
import Jalali
import Ledger
import Persian
import Values

/// Which things a step asks separate hands for, and what the asker did to them.
struct CaseHands {
  let reader: CaseReader

  /// What must have passed through other hands: the thing itself, or what belongs to it or to what it refers to; nothing for
  /// a step that anybody may take.
  ///
  /// - Parameter scope: the region in which the asker may take the step.
  func apart(_ way: CaseKind.Way, of row: CaseRow, _ scope: Scope) throws -> [String] {
    if way.isApproval { return [row.object] }
    guard let separation = way.separation, let whole = row.number(of: separation.whole) else { return [] }
    return try separation.parts(whole, Snapshot(reader.store.seen(with: scope)))
  }

  /// Those of them of which the asker is an author.
  func touched(among objects: [String]) throws -> Set<String> {
    guard !objects.isEmpty else { return [] }
    let rows = try reader.store.connection.privileged(
      "SELECT DISTINCT i.obj FROM json_each(?) j CROSS JOIN audit_ix i ON i.obj = j.value WHERE i.actor IN (SELECT value FROM json_each(?))"
    ).bind([
      .text(JSONWriter.text(.list(objects.map { .text($0) }))),
      .text(JSONWriter.text(.list(reader.principal.identities.map { .text($0) }))),
    ])
    .all()
    return Set(try rows.compactMap { $0[0].string }.filter { try reader.store.hasTouched($0) })
  }

  /// Why the asker may not take a step: which of theirs stands in the way, when it was, and who may instead.
  func bar(on object: String, of row: CaseRow, _ way: CaseKind.Way, _ command: Command) throws -> ShownCase.Point {
    let act = try reader.store.ownAct(on: object)
    let what = object == row.object ? nil : reader.index.kind(of: String(object.prefix { $0 != "/" }))?.texts
    let done = act.map { reader.index.action($0.act)?.spec.texts ?? Texts($0.act, $0.act) }
    let bar = OwnAct.bar(act, done: done, on: what, wanted: command.spec.texts)
    let roles = NextSteps.roles(of: command.spec)
    let asked = NextSteps.asking(roles, [], row.province)
    return ShownCase.Point(
      code: way.separation?.code ?? SeparationOfDuties.Objection.sameHands.code, rule: way.separation?.rule ?? SeparationOfDuties.id,
      fa: "\(bar.fa) \(asked.fa)", en: "\(bar.en) \(asked.en)")
  }
}

extension CaseRow {
  /// The number of the thing of a kind: its own, or the one that it refers to.
  func number(of object: String) -> Int64? {
    if kind.object == object { return id }
    let field = kind.fields.first { field in
      if case .reference(let named, _) = field.kind { named == object && field.name != "id" && !field.isOptional } else { false }
    }
    return field.flatMap { values[$0.name]?.integer }
  }
}

/// A step of the asker's own on a thing, as the ledger has it.
struct OwnAct {
  let act: String
  let day: String
  let entry: Int64
  /// Not so where somebody took it in whose place the asker acts.
  let isOwn: Bool

  /// Why it keeps the same person from approving.
  ///
  /// - Parameters:
  ///   - done: what the step is called.
  ///   - what: what it was done to, where that is not the thing itself.
  static func bar(_ own: OwnAct?, done: Texts?, on what: Texts?, wanted: Texts) -> Texts {
    let place = what.map { Texts("«\($0.fa)» این مورد", "the \($0.en) of this") } ?? Texts("همین مورد", "this")
    guard let own, let done else {
      return Texts(
        "شما در همین تراکنش \(place.fa) را تهیه یا ویرایش کرده‌اید؛ از این رو «\(wanted.fa)» با شما نیست.",
        "You prepared or edited \(place.en) in the same transaction, so \(wanted.en.quoted) is not for you.")
    }
    guard own.isOwn else {
      return Texts(
        "همکاری که از طرف او کار می‌کنید در \(PersianText.persianDigits(own.day)) «\(done.fa)» را برای \(place.fa) انجام داده است (ردیف \(PersianText.persianDigits(String(own.entry))) دفتر)؛ از این رو «\(wanted.fa)» با شما نیست.",
        "The colleague in whose place you act took the step \(done.en.quoted) on \(place.en) on \(own.day) (entry \(own.entry)), so \(wanted.en.quoted) is not for you."
      )
    }
    return Texts(
      "شما در \(PersianText.persianDigits(own.day)) «\(done.fa)» را برای \(place.fa) انجام داده‌اید (ردیف \(PersianText.persianDigits(String(own.entry))) دفتر)؛ از این رو «\(wanted.fa)» با شما نیست.",
      "You took the step \(done.en.quoted) on \(place.en) on \(own.day) (entry \(own.entry)), so \(wanted.en.quoted) is not for you.")
  }
}

extension StoreSnapshot {
  /// The first step by which somebody typed, changed or decided something of an object; nil where the ledger holds none yet.
  ///
  /// - Parameter actor: as in the ledger.
  func firstAct(of actor: String, on object: String) throws -> OwnAct? {
    let index = try contracts.provider(of: CaseIndex.self)
    let found = try connection.privileged("SELECT entry FROM main.audit_ix WHERE obj=? AND actor=? ORDER BY entry")
      .bind([.text(object), .text(actor)]).all()
    for number in found.compactMap({ $0[0].integer }) {
      guard let entry = try AuditShow.entry(number, on: connection), let act = entry["act"]?.string, index.isAuthoring(act),
        let time = entry["at_jalali"]?.string
      else { continue }
      return OwnAct(act: act, day: String(time.prefix(10)), entry: number, isOwn: actor == principal.id)
    }
    return nil
  }

  /// The same of the principal, or of somebody in whose place they act.
  func ownAct(on object: String) throws -> OwnAct? {
    for actor in principal.identities {
      if let act = try firstAct(of: actor, on: object) { return act }
    }
    return nil
  }

  /// Whether the principal, or somebody in whose place they act, is an author of an object: the ledger holds an entry of theirs
  /// that is no mere confirmation.
  func hasTouched(_ object: String) throws -> Bool { try ownAct(on: object) != nil }

  /// The day on which an object came into the state in which it stands, by Tehran's clock.
  func dayOfState(of object: String) throws -> JalaliDay? {
    var before = Int64.max
    while true {
      let page = try AuditShow.history(of: object, before: before, limit: 4, on: connection)
      if let entry = page.first(where: { $0["out"] == "ok" && $0["after"]?["state"] != nil }) {
        return try? JalaliDay(parsing: String((entry["at_jalali"]?.string ?? "").prefix(10)))
      }
      guard let last = page.last?["seq"]?.integer, page.count == 4 else { return nil }
      before = last
    }
  }
}
