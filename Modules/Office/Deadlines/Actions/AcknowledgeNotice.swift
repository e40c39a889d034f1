import Contracts
import Feature

/// Takes note of a reminder; whoever holds its role may, once is enough.
struct AcknowledgeNotice: Action {
  var notice: Ref<NoticeEntity>

  static let spec = Spec(
    "deadlines.acknowledge", "تأیید دیدن یادآوری", "Acknowledge a notice", .post, "/deadlines/notices/{notice}/acknowledge",
    permission: .deadlinesAcknowledge, fields: ["notice": ("یادآوری", "the notice")])

  func perform(in work: borrowing Transaction) throws -> Notice {
    var row = try work.require(Notice.self, notice)
    guard row.concerns(work.principal) else { throw Refusal.notFound(NoticeEntity.self) }
    guard row.acknowledgedOn == nil else { return row }
    row.acknowledgedBy = work.principal.id
    row.acknowledgedOn = work.day
    return try work.update(row)
  }
}

extension Notice {
  /// Whether the actor holds the notice's role where it was left.
  func concerns(_ principal: Principal) -> Bool {
    principal.grants.contains { $0.role == role && $0.scope.shows(province: province.code, county: nil) }
  }
}
