/// A record that stands on the road the programme goes: what `trace` walks, both ways and over all modules.
///
/// Its typed references to other records of the road are links by themselves; what is linked otherwise is declared.
public protocol RoadRecord: Record {
  /// Where on the road it stands.
  static var road: RoadPlace { get }
}

/// A station of the road; the contracts name them in their order.
public struct RoadStop: Sendable, Comparable {
  /// Rises along the road; says nothing else.
  public let order: Int

  /// - Parameter order: rises along the road.
  public init(_ order: Int) { self.order = order }

  /// Earlier on the road.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}

/// A record's place on the road, its days, and what links it to others besides its typed references.
public struct RoadPlace: Sendable {
  /// A day in the life of a row by which people remember it.
  public struct Milestone: Sendable {
    /// The property that holds the day.
    public let property: String
    /// What happened on it.
    public let texts: Texts

    /// - Parameters:
    ///   - property: the property that holds the day.
    ///   - fa: what happened, in Persian.
    ///   - en: the same in English.
    public init(_ property: String, _ fa: String, _ en: String) {
      self.property = property
      texts = Texts(fa, en)
    }
  }

  /// A link that no single column holds: rows whose properties are equal belong together.
  public struct Match: Sendable {
    /// The ledger's name of what the row rests on.
    public let object: String
    /// Own property, that of the other, and what is added to the own number before the two must be equal.
    public let pairs: [(own: String, other: String, shift: Int)]

    /// - Parameters:
    ///   - entity: what the row rests on.
    ///   - pairs: own property and the other's.
    ///   - shifted: how much later the other's number is, by own property, where they are not equal.
    public init<Of: Entity>(_ entity: Of.Type, _ pairs: KeyValuePairs<String, String>, shifted: [String: Int] = [:]) {
      object = Of.object
      self.pairs = pairs.map { ($0.key, $0.value, shifted[$0.key] ?? 0) }
    }
  }

  /// The station.
  public let stop: RoadStop
  /// Its days in order; the first that is filled is the row's own.
  public let milestones: [Milestone]
  /// References by which a row is a part of another: it is shown with it, whichever way the road is walked.
  public let partOf: [String]
  /// Links besides the typed references.
  public let matches: [Match]

  /// - Parameters:
  ///   - stop: the station.
  ///   - milestones: days in order.
  ///   - partOf: properties that name what a row is a part of.
  ///   - matches: links that no single column holds.
  public init(_ stop: RoadStop, milestones: [Milestone] = [], partOf: [String] = [], matches: [Match] = []) {
    self.stop = stop
    self.milestones = milestones
    self.partOf = partOf
    self.matches = matches
  }
}
