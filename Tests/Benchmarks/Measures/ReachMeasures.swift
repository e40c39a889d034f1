import Feature
import Host
import Engine
import Store
import Values

/// What a county's officer waits for the first page of the people they see, among 100,000 of the province: of all of them, of
/// a handful, of nobody.
struct ReachMeasures {
  private static let people = 100_000
  private static let pages = 200

  let sheet: Sheet
  let store: BenchStore

  func run() throws {
    var counties: [Int64] = []
    for name in ["بزرگ", "کوچک", "تهی"] {
      let row = try store.perform("regions.add-county", .record(["province": "IR-27", "name": .text("شهرستان \(name)")]))
      counties.append(row["id"]?.integer ?? 0)
    }
    var number = 0
    try store.pour("people.register", count: Self.people) {
      number += 1
      return .record([
        "province": "IR-27", "county": .int(counties[number % 10_000 == 0 ? 1 : 0]), "idKind": "none", "idReason": "سنجش",
        "firstName": .text(Self.name(number)), "familyName": .text(Self.name(number * 7_919)), "fatherName": "علی",
        "birth": "1370/05/05", "isLiterate": true, "consentedOn": "1400/01/01",
      ])
    }
    var worst = 0.0
    var figures: [String] = []
    for county in counties {
      let officer = Principal(
        id: "u9", staff: 9, name: "bench", grants: [.init(role: "county.officer", scope: .county("IR-27", county))], session: "bench")
      let times = try (0..<Self.pages).map { _ in
        try seconds { _ = try store.perform("people.list", .record([:]), as: officer) } * 1_000
      }.sorted()
      let slow = times[Self.pages * 99 / 100]
      figures.append("\(short(slow)) ms")
      worst = max(worst, slow)
    }
    sheet.keep("reach.ms", worst)
    sheet.add(
      "a county's page of \(Self.people) people, p99", goal: "<= 5 ms", figure: "\(short(worst)) ms",
      beside: "all, ten, none: \(figures.joined(separator: ", "))", isMet: worst <= 5)
  }

  /// Letters that say a number, since names have no digits.
  private static func name(_ number: Int) -> String {
    let letters = Array("ابپتجدرزسشکگلمنو")
    return "نام" + String(String(number, radix: 16).map { letters[$0.hexDigitValue ?? 0] })
  }
}
