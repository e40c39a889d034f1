import Jalali
import Values

/// A social-health base of the demo life and its years.
final class Base {
  private let cast: Cast
  private let band: Band
  private let institution: Institution
  private(set) var code = ""
  private var dice: Dice

  static let commitments = [
    "needsAssessment", "assets", "harmsMap", "participatoryPlanning", "collectiveAction", "advocacy",
  ]

  init(_ band: Band, _ institution: Institution, dice: Dice) {
    self.band = band
    self.institution = institution
    self.dice = dice
    cast = band.quarter.cast
  }

  func open() throws {
    let row = try cast.play(
      "prevention.officer", "healthbases.propose",
      [
        "institute": .text(institution.code), "neighbourhood": .text(band.quarter.code), "name": .text("پایگاه \(band.name)"),
      ])
    code = row["code"]?.string ?? ""
    try cast.play(
      "prevention.deputy", "healthbases.admit",
      [
        "base": .text(code), "experience": "سه سال فعالیت داوطلبانه در محله",
        "personnel": .list(band.members.prefix(4).map(Value.text)),
      ])
  }

  func agree() throws { try cast.play("director", "healthbases.agree", ["base": .text(code)]) }

  /// One activity on the day under some of the commitments, the first of which has the number `from`.
  func work(_ count: Int, from: Int = 0, agreement: Value, on day: JalaliDay) throws {
    for commitment in Base.commitments.dropFirst(from).prefix(count) {
      let present = band.members.filter { _ in dice.chance(70) }
      try cast.play(
        "county.officer", "healthbases.record-activity",
        [
          "agreement": agreement, "commitment": .text(commitment), "day": .text(day.text), "title": "اقدام پایگاه",
          "participants": .list(present.map(Value.text)), "report": "گزارش اقدام",
        ])
    }
  }

  func approve(agreement: Value) throws {
    try cast.play("prevention.deputy", "healthbases.approve-year", ["agreement": agreement])
  }

  /// Both parties sign the agreement in force, where that is asked for.
  func sign() throws {
    let unsigned = try cast.play("prevention.officer", "healthbases.agreements", ["base": .text(code), "isUnsigned": true])
    guard let agreement = unsigned["items"]?.items.first?["code"] else { return }
    try cast.play("director", "healthbases.sign-renewal", ["agreement": agreement])
    try cast.play(
      "ngo.officer", "healthbases.record-institute-signature", ["agreement": agreement, "signatory": .text("نمایندهٔ \(band.name)")])
  }

  /// The agreement in force, if any; one that was signed late in a year begins with the next.
  ///
  /// - Parameter day: whether its term has begun by then; nil asks for none of that.
  func current(on day: JalaliDay? = nil) throws -> Value? {
    let list = try cast.play("prevention.officer", "healthbases.agreements", ["base": .text(code), "state": "active"])
    guard let running = list["items"]?.items.first else { return nil }
    if let day, try JalaliDay(value: running["starts"] ?? .null) > day { return nil }
    return running["code"]
  }
}
