import Persian
public import Registry
import Store
public import Values

/// Takes note of a reminder; whoever holds its role may, once is enough.
public struct AcknowledgeNotice: Action {
  public var notice: Ref<NoticeEntity>

  public static let spec = Spec(
    "deadlines.acknowledge", "رؤیت یادآوری", "Acknowledge a notice", .post, "/deadlines/notices/{notice}/acknowledge",
    permission: .deadlinesAcknowledge, fields: ["notice": ("یادآوری", "the notice")])

  public func perform(in work: borrowing UnitOfWork) throws -> Notice {
    var row = try work.require(Notice.self, notice)
    guard row.concerns(work.actor) else { throw Refusal.notFound(NoticeEntity.texts) }
    guard row.acknowledgedOn == nil else { return row }
    row.acknowledgedBy = work.actor.id
    row.acknowledgedOn = work.day
    return try work.update(row)
  }
}

extension Notice {
  /// Whether the actor holds the notice's role where it was left.
  func concerns(_ actor: Actor) -> Bool {
    actor.grants.contains { $0.role == role && $0.scope.shows(province: province.code, county: nil) }
  }
}
