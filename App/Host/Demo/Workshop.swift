import Jalali
import Persian
import Values

/// A 12-day workshop of the demo life (S3): the expert prepares it, the facilitator enrols, marks and evaluates, the deputy
/// certifies and settles.
final class Workshop {
  private let cast: Cast
  private let people: [String]
  private let template: Value
  private var code = ""
  private var first: JalaliDay
  private var dice: Dice

  init(_ cast: Cast, template: Value, people: [String], from first: JalaliDay, dice: Dice) {
    self.cast = cast
    self.template = template
    self.people = people
    self.dice = dice
    self.first = first
  }

  /// - Returns: the template's number.
  static func template(_ cast: Cast) throws -> Value {
    let row = try cast.play(
      "rehabilitation.expert", "training.define-template",
      [
        "province": .text(cast.province.code), "kind": "localFacilitatorWorkshop", "title": "کارگاه دوازده‌روزهٔ تسهیلگران محلی",
      ])
    return row["id"] ?? .null
  }

  func invite() throws {
    let row = try cast.play(
      "rehabilitation.expert", "training.schedule",
      [
        "template": template, "place": "سالن آموزش بهزیستی", "firstDay": .text(first.text),
        "lastDay": .text(first.adding(days: 11).text), "capacity": 30,
      ])
    code = row["code"]?.string ?? ""
    for person in people {
      try cast.play(
        "facilitator", "training.enrol", ["course": .text(code), "person": .text(person), "kind": "selfHelpMember"])
    }
    try advance("invited")
    try cast.play(
      "rehabilitation.expert", "training.advance",
      ["course": .text(code), "to": "ready", "requisites": "سالن، پذیرایی و بستهٔ آموزشی فراهم شد"])
  }

  func deliver() throws {
    try advance("delivering")
    for day in 1...12 {
      for half in ["morning", "afternoon"] {
        let present = people.filter { _ in dice.chance(95) }
        try cast.play(
          "facilitator", "training.mark-attendance",
          [
            "course": .text(code), "day": .int(Int64(day)), "half": .text(half),
            "heldOn": .text(first.adding(days: day - 1).text), "present": .list(present.map(Value.text)),
          ])
      }
    }
    for person in people {
      try cast.play(
        "facilitator", "training.evaluate",
        ["course": .text(code), "person": .text(person), "score": .int(Int64(dice.number(65...98)))])
    }
    try advance("evaluated")
  }

  /// Those who completed get their certificate; the others keep the refusal's reason.
  func certify() throws {
    for person in people {
      do {
        try cast.play("rehabilitation.deputy", "training.certify", ["course": .text(code), "person": .text(person)])
      } catch let fault as DemoFault where fault.refusal.code == "rule.refused" {
        continue
      }
    }
    try cast.play("rehabilitation.deputy", "training.settle", ["course": .text(code)])
    try advance("closed")
  }

  private func advance(_ state: String) throws {
    try cast.play("rehabilitation.expert", "training.advance", ["course": .text(code), "to": .text(state)])
  }
}
