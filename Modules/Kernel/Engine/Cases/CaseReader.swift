import Feature
import Values

/// Reads rows of any kind through the asker's eyes: each kind in the region in which the asker sees it, others not at all.
struct CaseReader {
  let index: CaseIndex
  let store: StoreSnapshot

  /// - Throws: `RegistryFault` for a snapshot that is not the engine's.
  init(_ snapshot: borrowing Snapshot) throws {
    guard let store = snapshot.engine as? StoreSnapshot else { throw CallFault.lost }
    self.store = store
    index = try snapshot.contract(CaseIndex.self)
  }

  var principal: Principal { store.principal }

  /// The store as the widest of the asker's posts sees it.
  var widestEyes: StoreSnapshot { store.seen(with: principal.widestScope(index.assignedRoles)) }

  /// The store as the asker sees rows of this kind; nil where they see none.
  func eyes(for kind: CaseKind) -> StoreSnapshot? { kind.scope(for: principal).map { store.seen(with: $0) } }

  /// What a code (`GR-27-1403-0005`), a ledger name (`groups.group/5`) or a name that inputs take (a unique name, a user
  /// name, a national ID, the Statistical Centre's code of a county) stands for.
  ///
  /// - Throws: `Refusal` of kind `malformed` for what names nothing, or several things; `Refusal.notFound` for a code of what
  ///   does not exist as well as of what the asker may not see.
  func row(named text: String) throws -> CaseRow {
    let found = ObjectName(text).flatMap(place(of:))
    guard let found = try found ?? called(text) else {
      throw Refusal.input(
        "/code", "object.unreadable",
        Texts(
          "چیزی با این کد یا نام نیست یا دیده نمی‌شود؛ کد را بنویسید، مانند GR-27-1405-0012.",
          "Nothing of this code or name is there, or it is not yours to see; write a code, such as GR-27-1405-0012."))
    }
    guard let row = try rows(found.kind, [(found.property, found.value)], limit: 1).first else {
      throw Refusal.notFound(found.kind.layout.entity)
    }
    return row
  }

  /// The one thing that is called so among all that the asker sees.
  private func called(_ text: String) throws -> (kind: CaseKind, property: String, value: Value)? {
    var found: [(kind: CaseKind, row: Int64)] = []
    for kind in index.kinds where !kind.layout.naming.lookUps.isEmpty {
      guard let row = try eyes(for: kind)?.row(of: kind.object, named: text) else { continue }
      found.append((kind, row))
    }
    guard found.count > 1 else { return found.first.map { ($0.kind, "id", .int($0.row)) } }
    let names = try found.map { "\($0.kind.texts.fa) \(try store.name(of: $0.kind.object, $0.row)?.code ?? "")" }
    throw Refusal.ambiguous(text, Texts("چیز", "thing"), names)
  }

  /// Rows of a kind with these values, in the order of their numbers, as far as the asker sees them.
  func rows(_ kind: CaseKind, _ given: [(property: String, value: Value)], limit: Int) throws -> [CaseRow] {
    guard let eyes = eyes(for: kind) else { return [] }
    let conditions = given.compactMap { pair in
      kind.columns.first { $0.property == pair.property }.map { "\($0.name) = ?" }
    }
    guard conditions.count == given.count, !given.isEmpty else { return [] }
    let sql =
      "SELECT \(kind.selected) FROM \(kind.layout.table.name) t"
      + " WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT \(limit)"
    return try eyes.rows(text: sql, given.map(\.value.plain)).map { try CaseRow(kind, $0) }
  }

  /// The row of a name in the ledger or of a code, where the asker sees it.
  func row(of name: ObjectName) throws -> CaseRow? {
    guard let place = place(of: name) else { return nil }
    return try rows(place.kind, [(place.property, place.value)], limit: 1).first
  }

  private func place(of name: ObjectName) -> (kind: CaseKind, property: String, value: Value)? {
    switch name {
    case .row(let object, let id): index.kind(of: object).map { ($0, "id", .int(id)) }
    case .code(let code, let prefix):
      index.kind(prefix: prefix).flatMap { kind in
        if let row = ObjectName.number(in: code, prefix: prefix) { return (kind, "id", .int(row)) }
        return kind.layout.isCoded ? (kind, "code", .text(code)) : nil
      }
    }
  }

  /// What people call an action, or a part of the night.
  func label(of act: String) -> CaseLabel { index.act(act) }
}

/// The words of what the engine answers about things of all modules.
enum CaseWords {
  static let words: Words = [
    "object": ("نام در دفتر", "name in the ledger"), "code": ("کد", "code"), "name": ("نام", "name"), "kind": ("چه چیزی", "kind"),
    "module": ("بخش", "module"), "province": ("استان", "province"), "state": ("حالت", "state"), "revision": ("ویرایش", "revision"),
    "fields": ("فیلدها", "fields"), "guarded": ("فیلدهای پوشیده", "guarded fields"), "events": ("رویدادها", "events"),
    "eventCount": ("شمار رویدادها", "number of events"), "next": ("گام‌های بعد", "what may come next"), "value": ("مقدار", "value"),
    "textFa": ("متن فارسی", "text in Persian"), "textEn": ("متن انگلیسی", "text in English"), "fa": ("فارسی", "Persian"),
    "en": ("انگلیسی", "English"), "entry": ("شمارهٔ ثبت", "entry"), "day": ("روز", "day"), "time": ("زمان", "time"),
    "actor": ("انجام‌دهنده", "actor"), "actorName": ("نام انجام‌دهنده", "name of the actor"), "role": ("سمت", "role"),
    "roleLabel": ("نام سمت", "name of the role"),
    "action": ("کار", "action"), "outcome": ("نتیجه", "outcome"), "reason": ("دلیل", "reason"), "refusal": ("کد رد", "refusal"),
    "move": ("گام", "step"), "to": ("به", "to"), "isAwaited": ("در انتظار", "awaited"), "isPermitted": ("مجاز", "permitted"),
    "roles": ("چه کسانی می‌توانند", "who may"), "isTried": ("آزموده", "tried"), "needs": ("آنچه باید نوشت", "what it needs"),
    "against": ("آنچه مانع است", "what stands against it"), "rule": ("قاعده", "rule"), "steps": ("گام‌ها", "steps"),
    "relation": ("نسبت", "relation"), "milestones": ("روزها", "days"), "isWhole": ("کامل", "complete"), "items": ("ردیف‌ها", "rows"),
    "total": ("همه", "total"), "actions": ("کارها", "actions"), "about": ("دربارهٔ", "about"), "since": ("از", "since"),
    "lastDay": ("آخرین روز", "last day"),
    "limit": ("حداکثر", "at most"), "step": ("گام", "step"), "urgency": ("فوریت", "urgency"), "counts": ("شمارش گام‌ها", "counts of steps"),
    "alerts": ("پیش از همه", "first of all"), "unattended": ("بی‌صاحب مانده", "nobody is there for"),
    "count": ("شمار", "count"), "first": ("نخستین", "first"),
  ]
}
