import Contracts
import Feature

enum EvidenceEntity: Entity {
  static let object = "monitoring.evidence"
  static let texts = Texts("مستند شاخص", "record behind a figure")
}

/// A record that was counted. Its content is bound by the measurement's digest, so it has no ledger entry of its own.
struct Evidence: ProvincialRecord {
  typealias Of = EvidenceEntity
  static let table = Table("monitoring_evidence", reach: .province, isAudited: false, seenWith: ["object"])

  var id = ID<EvidenceEntity>(0)
  var rev = 0
  var province: Province
  var measurement: ID<MeasurementEntity>
  var figure: EvidenceFigure
  /// As in the ledger: `people.person/12`.
  var object: ThingName
  /// Modules that named it, joined by commas.
  var sources: String

  var line: EvidenceLine { EvidenceLine(figure: figure, object: object, sources: sources) }
}

/// The number that a record was counted into.
enum EvidenceFigure: String, Choice {
  case covered, founded, foundedBefore

  var texts: Texts {
    switch self {
    case .covered: Texts("جمعیت تحت پوشش", "people covered")
    case .founded: Texts("مؤسسات تازه‌تأسیس", "newly founded institutes")
    case .foundedBefore: Texts("مؤسسات سال مقایسه", "institutes of the comparison year")
    }
  }
}

/// A counted record before it is kept.
struct EvidenceLine: Hashable, Comparable {
  var figure: EvidenceFigure
  var object: ThingName
  var sources: String

  var text: String { "\(figure.rawValue) \(object) \(sources)" }

  static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
