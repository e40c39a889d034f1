import Contracts
import Feature

/// What somebody showed to identify themselves, before a rule has judged it.
struct PersonID {
  let kind: IDKind
  let national: NationalID?
  let foreign: String?
  let reason: String?

  init(_ kind: IDKind, national: NationalID?, foreign: String?, reason: String?) {
    self.kind = kind
    self.national = national
    self.foreign = foreign.map { PersianText.asciiDigits(PersianText.stored($0)).uppercased() }.flatMap(filled)
    self.reason = reason.map { PersianText.stored($0) }.flatMap(filled)
  }

  /// What makes two registrations of one province the same person.
  func index(in work: borrowing Transaction) -> Bytes? {
    switch kind {
    case .nationalID: national.map { work.blindIndex($0.text, "people.national-id") }
    case .foreignID: foreign.map { work.blindIndex($0, "people.foreign-id") }
    case .none: nil
    }
  }

  func facts(birth: JalaliDay, consentedOn: JalaliDay?) -> PersonIdentity.Facts {
    .init(
      kind: kind, hasNationalID: national != nil, hasForeignID: foreign != nil, hasReason: reason != nil, birth: birth,
      consentedOn: consentedOn)
  }
}

private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

extension Person {
  mutating func take(_ id: PersonID, index: Bytes?) {
    idKind = id.kind
    nationalID = id.national.map { Secret($0) }
    foreignID = id.foreign.map { Secret($0) }
    idReason = id.reason.map { Personal($0) }
    identityIndex = index.map { Personal($0) }
  }
}

extension Refusal {
  /// Said instead of "exists already": the other registration may lie in a county that the officer does not see.
  static func identityKnown() -> Refusal {
    .conflict(
      "people.identity-known",
      Texts(
        "شخصی با این شناسه پیش‌تر در این استان ثبت شده است؛ اگر او را در فهرست نمی‌بینید از اداره کل استان بپرسید.",
        "Somebody with this ID is registered in this province already; if you do not see them, ask the provincial office."
      ))
  }
}
