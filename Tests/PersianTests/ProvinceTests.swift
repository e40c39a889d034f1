import Persian
import SharedData
import Testing

@Suite struct ProvinceTests {
  static let list = "domain/data/provinces.json"

  private struct Source: Decodable {
    struct Row: Decodable {
      let code: String
      let sciCode: Int
      let previousISOCode: String
      let nameFa: String
      let nameEn: String
      let capitalFa: String
      let capitalEn: String
      let populationCensus1395: Int
    }
    let provinces: [Row]
  }

  // Where ../shared is absent this is reported as skipped; the literal facts below remain.
  @Test(.enabled(if: SharedData.has(list)))
  func `the compiled provinces are those of the list`() throws {
    let rows = try SharedData.decode(Source.self, Self.list).provinces
    #expect(rows.count == Province.all.count)
    for (row, province) in zip(rows, Province.all) {
      #expect(
        (province.code, province.number, province.previousISOCode) == (row.code, row.sciCode, row.previousISOCode))
      #expect((province.fa, province.en) == (row.nameFa, row.nameEn))
      #expect((province.capitalFa, province.capitalEn) == (row.capitalFa, row.capitalEn))
      #expect(province.census1395 == row.populationCensus1395)
    }
  }

  @Test func `31 provinces, whose people sum to the national total`() {
    #expect(Province.all.map(\.number) == Array(0...30))
    #expect(Province.all.map(\.census1395).reduce(0, +) == 79_926_270)
    #expect(Set(Province.all.map(\.previousISOCode)).count == 31)
  }

  @Test(arguments: [
    "IR-27", "ir-27", "27", "۲۷", "IR-۲۷", "گلستان", "استان گلستان", "گلـستان", "Golestan", " GOLESTAN ",
  ])
  func `Golestan by any of its names`(text: String) throws {
    let province = try Province(parsing: text)
    #expect((province.code, province.shortCode, province.fa, province.capitalEn) == ("IR-27", "27", "گلستان", "Gorgan"))
    #expect(province.census1395 == 1_868_819)
  }

  @Test func `every code and name comes back to its province`() throws {
    for province in Province.all {
      for text in [province.code, province.shortCode, province.fa, province.en] {
        #expect(try Province(parsing: text) == province)
      }
      #expect(Province(code: province.code) == province)
      #expect(Province(number: province.number) == province)
    }
    #expect(try Province(parsing: "سيستان وبلوچستان").code == "IR-11")
    #expect(try Province(parsing: "اذربایجان شرقی").code == "IR-03")
  }

  @Test(arguments: ["", "7", "31", "IR-31", "IR27", "IR-7", "خراسان", "استان", "+1", "027", "آذربایجان"])
  func `what names no single province is refused`(text: String) {
    #expect(fault { _ = try Province(parsing: text) }?.code == "province.unknown")
    #expect(Province(code: text) == nil)
  }

  @Test func `a code of the old list beside a name is found out`() throws {
    #expect(try Province(code: "IR-23", name: "تهران").en == "Tehran")
    let old = fault { _ = try Province(code: "IR-07", name: "تهران") }
    #expect(old?.code == "province.disagreement")
    #expect(old?.fa.contains("فهرست قدیم") == true)
    #expect(fault { _ = try Province(code: "IR-08", name: "تهران") }?.fa.contains("فهرست قدیم") == false)
  }

  @Test func `held in a byte`() throws {
    #expect(MemoryLayout<Province>.size == 1)
    #expect(Province(number: 31) == nil)
    #expect(Province(number: -1) == nil)
    #expect(Province.all == Province.all.shuffled().sorted())
  }
}
