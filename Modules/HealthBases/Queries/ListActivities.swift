import Contracts
import Feature

struct ListActivities: ListQuery {
  var agreement: Ref<AgreementEntity>?
  var commitment: Commitment?

  struct Item: Codable, Sendable {
    var id: ID<BaseActivityEntity>
    var agreement: Code<AgreementEntity>
    var commitment: Commitment
    var day: JalaliDay
    var title: String
    var participants: Int
  }

  static let spec = Spec(
    "healthbases.activities", "فعالیت‌های پایگاه‌ها", "Activities of bases", "/health-bases/activities",
    permission: .healthbasesRead,
    fields: ["agreement": ("توافق‌نامه", "the agreement"), "commitment": ("تعهد", "the commitment")])

  func selection() -> Selection {
    Selection(from: "healthbases_activity t JOIN healthbases_agreement a ON a.id = t.agreement")
      .refer(agreement, "a.id = ?")
      .filter("t.commitment = ?", commitment)
      .column("agreement", "a.code")
      .column("participants", "json_array_length(t.participants)")
  }
}
