public import Registry
public import Values

/// A gathering with everybody who was there.
public struct GatheringFile: Codable, Sendable {
  public var gathering: Gathering
  public var attendance: [Attendance]

  init(of gathering: Gathering, in look: borrowing Look) throws {
    self.gathering = gathering
    attendance = try look.all(Attendance.self, "gathering = ? ORDER BY id", gathering.id)
  }
}

public struct ShowGathering: Query {
  public var gathering: Ref<GatheringEntity>

  public static let spec = Spec(
    "mobilisation.gathering", "یک گردهمایی", "One gathering", "/mobilisation/gatherings/{gathering}",
    permission: .mobilisationRead, fields: ["gathering": ("شمارهٔ گردهمایی", "the gathering's number")])

  public func answer(in look: borrowing Look) throws -> GatheringFile {
    try GatheringFile(of: try look.require(Gathering.self, gathering), in: look)
  }
}
