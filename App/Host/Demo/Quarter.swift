import Jalali
import Persian
import Values

/// One neighbourhood of the demo life with its people: mobilisation, up to the locked ranking of needs.
final class Quarter {
  let cast: Cast
  let code: String
  private let county: Int64
  private(set) var people: [String] = []
  private(set) var ranking = ""
  private var dice: Dice

  init(_ cast: Cast, county: Int64, name: String, dice: Dice) throws {
    self.cast = cast
    self.county = county
    self.dice = dice
    let row = try cast.play(
      "prevention.officer", "regions.add-neighbourhood",
      [
        "province": .text(cast.province.code), "county": .int(county), "name": .text(name), "setting": "urban",
        "isHarmProne": true,
      ])
    code = row["code"]?.string ?? ""
  }

  /// How many people live there, as the health house counts them.
  func count(_ residents: Int, in year: Int) throws {
    try cast.play(
      "prevention.officer", "regions.record-residents",
      [
        "neighbourhood": .text(code), "year": .int(Int64(year)), "population": .int(Int64(residents)),
        "source": "سرشماری خانوار خانهٔ بهداشت",
      ])
  }

  /// S2: a clinic is selected by its three criteria and this neighbourhood chosen within the limit.
  func chooseClinic(_ name: String, rival: String) throws {
    let clinic = try cast.play(
      "county.officer", "mobilisation.propose-clinic",
      [
        "name": .text(name), "province": .text(cast.province.code), "neighbourhood": .text(code), "canOpenBase": true,
        "placeEvidence": "بازدید محل", "isWilling": true, "willingnessEvidence": "نامهٔ اعلام آمادگی", "hasGoodRecord": true,
        "recordEvidence": "همکاری موفق سال‌های پیش",
      ])
    let clinicCode = clinic["code"] ?? .null
    try cast.play("social.deputy", "mobilisation.select-clinic", ["clinic": clinicCode])
    try cast.play(
      "prevention.officer", "mobilisation.choose-neighbourhood",
      [
        "clinic": clinicCode, "neighbourhood": .text(code),
        "candidates": .list([
          candidate(code, 80, reason: nil), candidate(rival, 55, reason: "همکاری اهالی در این محله کمتر است"),
        ]),
      ])
  }

  private func candidate(_ neighbourhood: String, _ score: Int64, reason: String?) -> Value {
    .record([
      "neighbourhood": .text(neighbourhood), "harm": .int(score), "need": .int(score), "capacity": .int(score),
      "access": .int(score), "rejectionReason": reason.map(Value.text) ?? .null,
    ])
  }

  /// Volunteers and key persons register; the gathering with minutes is S0's first output.
  func mobilise(_ count: Int, on day: JalaliDay) throws {
    for index in 0..<count {
      people.append(try Persons.register(cast, &dice, county: county, on: day))
      guard let person = people.last else { continue }
      if index < 2 {
        try cast.play(
          "county.officer", "mobilisation.name-key-person",
          ["person": .text(person), "neighbourhood": .text(code), "kind": index == 0 ? "trusted" : "active"])
      }
      try cast.play(
        "county.officer", "mobilisation.register-volunteer",
        ["person": .text(person), "neighbourhood": .text(code), "consentedOn": .text(day.text)])
    }
  }

  func gather(on day: JalaliDay) throws {
    try cast.play(
      "county.officer", "mobilisation.hold-gathering",
      [
        "neighbourhood": .text(code), "day": .text(day.text), "place": "مسجد محله",
        "minutes": "دربارهٔ مسائل محله گفت‌وگو شد و داوطلبان برای تشکیل گروه اعلام آمادگی کردند.",
        "attendance": .list(people.map(Value.text)),
      ])
  }

  /// Needs are recorded and scored at the county; the committee's lock is entered by somebody else.
  func rankNeeds() throws {
    var needs: [Value] = []
    for need in DemoNames.needs.shuffled(using: &dice).prefix(3) {
      let row = try cast.play(
        "county.officer", "mobilisation.record-need",
        ["neighbourhood": .text(code), "title": .text(need.title), "category": .text(need.category)])
      needs.append(row["id"] ?? .null)
    }
    let started = try cast.play(
      "county.officer", "mobilisation.start-ranking", ["neighbourhood": .text(code), "method": "weightedCriteria"])
    ranking = started["code"]?.string ?? ""
    for need in needs {
      for criterion in ["severity", "spread", "urgency", "feasibility", "participation"] {
        try cast.play(
          "county.officer", "mobilisation.score-need",
          [
            "ranking": .text(ranking), "need": need, "criterion": .text(criterion), "score": .int(Int64(dice.number(20...95))),
          ])
      }
    }
    try cast.play(
      "prevention.deputy", "mobilisation.lock-ranking",
      ["ranking": .text(ranking), "decision": "صورت‌جلسهٔ کمیتهٔ راهبردی؛ اولویت‌ها تصویب شد."])
  }
}

enum Persons {
  /// - Returns: the new person's code.
  static func register(_ cast: Cast, _ dice: inout Dice, county: Int64? = nil, on day: JalaliDay) throws -> String {
    let isWoman = dice.chance(60)
    let first = dice.one(of: isWoman ? DemoNames.women : DemoNames.men) ?? ""
    let birth = try JalaliDay(dice.number(1345...1385), dice.number(1...12), dice.number(1...29))
    let row = try cast.play(
      "prevention.officer", "people.register",
      [
        "nationalID": .text(dice.nationalID(place: cast.province.code == "IR-27" ? 211 : 372)), "firstName": .text(first),
        "familyName": .text(dice.one(of: DemoNames.families) ?? ""), "fatherName": .text(dice.one(of: DemoNames.men) ?? ""),
        "birth": .text(birth.text), "isLiterate": true, "gender": isWoman ? "female" : "male",
        "mobile": .text(dice.mobile()), "consentedOn": .text(day.text), "county": county.map(Value.int) ?? .null,
      ])
    return row["code"]?.string ?? ""
  }
}
