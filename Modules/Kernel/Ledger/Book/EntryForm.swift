import Secrets
import Values

/// Writes a draft as an entry, member by member in canonical order. What stands for guarded values is the caller's
/// choice, so that real entries and previews have the same form.
struct EntryForm {
  /// The format of entries, member `v`.
  static let version: Int64 = 1

  /// The members that the place in the chain decides.
  struct ChainPosition {
    let epoch: Int64
    let previous: Bytes32
    let seq: Int64
  }

  /// Given the field's name and the value as JSON, writes the text of the commitment.
  let commit: (_ field: String, _ plain: [UInt8], _ leaf: inout JSONBuffer) throws -> Void

  /// Adds the entry to a buffer; without a place its members are left out.
  ///
  /// - Throws: `FieldFault` for what cannot be written canonically.
  func put(_ draft: EntryDraft, at place: ChainPosition?, into leaf: inout JSONBuffer) throws {
    leaf.raw("{\"act\":")
    leaf.put(draft.act)
    leaf.raw(",\"actor\":{\"id\":")
    leaf.put(draft.actor.id)
    leaf.raw(",\"kind\":")
    leaf.put(draft.actor.kind)
    leaf.raw(",\"role\":")
    leaf.put(draft.actor.role)
    leaf.raw("}")
    if !draft.after.isEmpty { try put(draft.after, "after", into: &leaf) }
    leaf.raw(",\"at\":")
    leaf.put(draft.at)
    if !draft.before.isEmpty { try put(draft.before, "before", into: &leaf) }
    if let cause = draft.cause { try put(cause, ",\"cause\":", into: &leaf) }
    if let place { try put(place.epoch, ",\"epoch\":", into: &leaf) }
    leaf.raw(",\"mod\":")
    leaf.put(draft.module)
    leaf.raw(",\"obj\":")
    leaf.put(draft.object)
    leaf.raw(",\"origin\":{\"chan\":")
    leaf.put(draft.origin.channel)
    leaf.raw(",\"host\":")
    leaf.put(draft.origin.host)
    leaf.raw(",\"sess\":")
    leaf.put(draft.origin.session)
    leaf.raw("},\"out\":")
    leaf.put(draft.outcome.rawValue)
    if let place {
      leaf.raw(",\"prev\":")
      place.previous.withBytes { leaf.quoteHex($0) }
    }
    if let province = draft.province {
      leaf.raw(",\"prov\":")
      leaf.put(province)
    }
    leaf.raw(",\"req\":")
    leaf.put(draft.request)
    if let revision = draft.revision { try put(revision, ",\"rev\":", into: &leaf) }
    if !draft.rules.isEmpty {
      leaf.raw(",\"rules\":")
      try CanonicalJSON.put(.list(draft.rules), into: &leaf)
    }
    if let place { try put(place.seq, ",\"seq\":", into: &leaf) }
    if let state = draft.state {
      leaf.raw(",\"state\":")
      state.withBytes { leaf.quoteHex($0) }
    }
    if let subject = draft.subject {
      leaf.raw(",\"subj\":")
      subject.withUnsafeBytes { leaf.quoteHex($0) }
    }
    try put(EntryForm.version, ",\"v\":", into: &leaf)
    try putWhy(draft, into: &leaf)
    leaf.raw("}")
  }

  private func put(_ number: Int64, _ lead: StaticString, into leaf: inout JSONBuffer) throws {
    leaf.raw(lead)
    try CanonicalJSON.put(number, into: &leaf)
  }

  private func put(_ members: [Value.Member], _ side: StaticString, into leaf: inout JSONBuffer) throws {
    leaf.raw(",\"")
    leaf.raw(side)
    leaf.raw("\":")
    try CanonicalJSON.put(members, into: &leaf) { name, value, leaf in
      try put("\(side).\(name)", JSONWriter.write(value, showsSecrets: true), into: &leaf)
    }
  }

  private func put(_ field: String, _ plain: [UInt8], into leaf: inout JSONBuffer) throws {
    leaf.raw("{\"c\":")
    try commit(field, plain, &leaf)
    leaf.raw("}")
  }

  private func putWhy(_ draft: EntryDraft, into leaf: inout JSONBuffer) throws {
    guard draft.whyCode != nil || draft.whyText != nil else { return }
    leaf.raw(",\"why\":{")
    if let code = draft.whyCode {
      leaf.raw("\"code\":")
      leaf.put(code)
      if draft.whyText != nil { leaf.raw(",") }
    }
    if let text = draft.whyText {
      leaf.raw("\"text\":")
      try put("why.text", JSONWriter.write(.text(text)), into: &leaf)
    }
    leaf.raw("}")
  }
}

/// Stands for a guarded value in an entry: says nothing of the value, and yet no other value fits it.
///
/// SHA-256("audit-commit/1" LF ‖ nonce of 32 bytes ‖ epoch ‖ seq, 8 bytes each, big end first ‖ length of the field's
/// name in one byte ‖ the name ‖ the value as JSON). The nonce is fresh for each field; without it a national id
/// would be found by trying all of them.
struct Commitment {
  static let nonceLength = 32
  private static let lead = Array("audit-commit/1\n".utf8)

  let digest: Bytes32
  /// Nonce and value, what has to be shown to open it.
  let opening: [UInt8]

  init(_ plain: [UInt8], field: String, epoch: Int64, seq: Int64, drawing draw: inout RandomDraw) {
    var opening: [UInt8] = []
    opening.reserveCapacity(Commitment.nonceLength + plain.count)
    draw.take(Commitment.nonceLength, to: &opening)
    opening.append(contentsOf: plain)
    self.init(opening: opening, field: field, epoch: epoch, seq: seq)
  }

  init(opening: [UInt8], field: String, epoch: Int64, seq: Int64) {
    self.opening = opening
    let name = field.utf8
    var text: [UInt8] = []
    text.reserveCapacity(Commitment.lead.count + 17 + name.count + opening.count)
    text.append(contentsOf: Commitment.lead)
    text.append(contentsOf: opening.prefix(Commitment.nonceLength))
    LedgerText.append(epoch, to: &text)
    LedgerText.append(seq, to: &text)
    text.append(UInt8(truncatingIfNeeded: name.count))
    text.append(contentsOf: name)
    text.append(contentsOf: opening.dropFirst(Commitment.nonceLength))
    digest = text.withUnsafeBytes { Digest.sha256($0) }
  }
}
