import Secrets
import Values

/// Turns a draft into the members of an entry. What stands for guarded values is the caller's choice, so that real
/// entries and previews have the same form.
struct EntryForm {
  /// The format of entries, member `v`.
  static let version: Int64 = 1

  /// Given the field's name and the value as JSON, the text of the commitment.
  let commit: (_ field: String, _ plain: [UInt8]) throws -> String

  /// The members that come from the draft alone, without those of its place in the chain.
  func members(of draft: EntryDraft) throws -> [Value.Member] {
    var members: [Value.Member] = []
    members.reserveCapacity(24)
    func add(_ name: String, _ value: Value) { members.append(Value.Member(name, value)) }
    add("act", .text(draft.act))
    let actor = draft.actor
    add("actor", .record(["id": .text(actor.id), "kind": .text(actor.kind), "role": .text(actor.role)]))
    if !draft.after.isEmpty { add("after", .object(try draft.after.map { try committed($0, "after.") })) }
    add("at", .text(draft.at))
    if !draft.before.isEmpty { add("before", .object(try draft.before.map { try committed($0, "before.") })) }
    if let cause = draft.cause { add("cause", .int(cause)) }
    add("mod", .text(draft.module))
    add("obj", .text(draft.object))
    let origin = draft.origin
    add("origin", .record(["chan": .text(origin.channel), "host": .text(origin.host), "sess": .text(origin.session)]))
    add("out", .text(draft.outcome.rawValue))
    if let province = draft.province { add("prov", .text(province)) }
    add("req", .text(draft.request))
    if let revision = draft.revision { add("rev", .int(revision)) }
    if !draft.rules.isEmpty { add("rules", .list(draft.rules)) }
    if let state = draft.state { add("state", .text(state)) }
    if let subject = draft.subject { add("subj", .text(Hex.encode(subject))) }
    add("v", .int(EntryForm.version))
    if let why = try why(of: draft) { add("why", why) }
    return members
  }

  private func committed(_ member: Value.Member, _ side: String) throws -> Value.Member {
    switch member.value {
    case .secret(let inner), .personal(let inner):
      let plain = JSONWriter.write(inner, showsSecrets: true)
      return Value.Member(member.name, .record(["c": .text(try commit(side + member.name, plain))]))
    default: return member
    }
  }

  private func why(of draft: EntryDraft) throws -> Value? {
    var members: [Value.Member] = []
    if let code = draft.whyCode { members.append(Value.Member("code", .text(code))) }
    if let text = draft.whyText {
      let plain = JSONWriter.write(.text(text))
      members.append(Value.Member("text", .record(["c": .text(try commit("why.text", plain))])))
    }
    return members.isEmpty ? nil : .object(members)
  }
}
