import Jalali
import Values

/// One group of the demo life: from the formation request to maturity.
final class Band {
  let quarter: Quarter
  let name: String
  private(set) var code = ""
  private(set) var members: [String] = []
  private var dice: Dice
  private var cast: Cast { quarter.cast }

  init(_ quarter: Quarter, name: String, dice: Dice) {
    self.quarter = quarter
    self.name = name
    self.dice = dice
  }

  /// Request, the facilitator assigned, the one visit in person, acceptance, members, offices, founding minutes.
  func form(on day: JalaliDay) throws {
    guard let applicant = quarter.people.first else { return }
    let row = try cast.play(
      "county.officer", "groups.request",
      [
        "kind": "mutualAid", "name": .text(name), "neighbourhood": .text(quarter.code), "applicant": .text(applicant),
        "day": .text(day.text),
      ])
    code = row["code"]?.string ?? ""
    try cast.play(
      "county.officer", "groups.assign-facilitator",
      ["group": .text(code), "facilitator": .text(cast.user("facilitator")), "since": .text(day.text)])
    try cast.play("county.officer", "groups.confirm-identity", ["group": .text(code)])
    try cast.play("prevention.officer", "groups.accept-request", ["group": .text(code)])
    members = quarter.people
    for member in members {
      try cast.play("county.officer", "groups.admit-member", ["group": .text(code), "person": .text(member)])
    }
    for (office, member) in zip(["head", "secretary", "treasurer"], members) {
      try cast.play(
        "facilitator", "groups.appoint", ["group": .text(code), "office": .text(office), "person": .text(member)])
    }
    try cast.play(
      "facilitator", "groups.record-founding",
      ["group": .text(code), "day": .text(day.text), "minutes": "گروه با حضور اعضا تشکیل و مسئولان برگزیده شدند."])
  }

  /// The trained group plans from the locked needs and starts.
  func plan(on day: JalaliDay) throws {
    try cast.play("prevention.officer", "groups.declare-trained", ["group": .text(code)])
    let need = try cast.play("prevention.officer", "mobilisation.ranking", ["ranking": .text(quarter.ranking)])
    let first = need["needs"]?.items.first?["title"] ?? "نیاز نخست"
    try cast.play(
      "facilitator", "groups.adopt-plan",
      [
        "group": .text(code), "title": .text("برنامهٔ اقدام \(name)"), "ranking": .text(quarter.ranking),
        "projects": .list([
          .record([
            "title": .text("پروژهٔ محلی \(name)"), "need": first, "owner": .text(members.first ?? ""),
            "milestones": .list([.record(["title": "آغاز", "due": .text(day.adding(days: 60).text)])]),
            "credits": 50_000_000, "peoplesContributions": 20_000_000, "ownContribution": 5_000_000,
          ])
        ]),
      ])
    try cast.play("facilitator", "groups.start-plan", ["group": .text(code)])
  }

  func meet(on day: JalaliDay) throws {
    let present = members.filter { _ in dice.chance(80) }
    try cast.play(
      "facilitator", "groups.record-activity",
      [
        "group": .text(code), "day": .text(day.text), "kind": .text(dice.one(of: ["meeting", "education", "service"]) ?? "meeting"),
        "report": "گزارش نشست گروه", "attendance": .list(present.map(Value.text)),
      ])
  }

  /// Two people assess independently; the deputy declares maturity.
  func ripen() throws {
    for assessor in ["county.officer", "prevention.officer"] {
      let scores = ["cohesion", "leadership", "results", "partnership", "resources"].map { criterion in
        Value.record([
          "criterion": .text(criterion), "score": .int(Int64(dice.number(75...95))), "evidence": "بازدید و صورت‌جلسه‌ها",
        ])
      }
      try cast.play(assessor, "groups.assess-maturity", ["group": .text(code), "scores": .list(scores)])
    }
    try cast.play("prevention.deputy", "groups.declare-mature", ["group": .text(code)])
  }
}
