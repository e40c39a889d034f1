/// The states of a thing and the ways between them, as a rule knows them; for people to look at.
public struct StateDiagram: Codable, Sendable, Equatable {
  public struct Way: Codable, Sendable, Equatable {
    public let from: String
    public let to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The ledger's name of the thing, `module.thing`.
  public let object: String
  public let ways: [Way]

  public init(_ object: String, _ ways: [Way]) {
    self.object = object
    self.ways = ways
  }
}
