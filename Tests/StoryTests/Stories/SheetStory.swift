import Testing
import Values

/// Sheets as people send them, from the file at a terminal to the rows of the list. What the reader alone decides is held
/// letter by letter in the tests of `Sheet`; here somebody sends it, and looks afterwards.
@Suite(.enabled(if: Place.program != nil, "the executable hamyar was not built beside the tests"))
struct SheetStory {
  private let desk: SheetDesk

  init() throws { desk = try SheetDesk() }

  private static let titles = "نام,نام خانوادگی,نام پدر,تاریخ تولد,باسواد,تاریخ رضایت,کد ملی,شماره همراه,نشانی"
  private static let mahin = "مهین,دشتی,کریم,1361/11/30,بله,1404/09/02,0048127337,09351230045,بلوار چهارم"
  private static let davud = "داود,سروی,نصیر,1358/02/14,خیر,1404/09/02,0311902571,09121230046,کوی دوم"

  private func people(_ rows: String...) -> String { ([SheetStory.titles] + rows).joined(separator: "\n") + "\n" }

  private func names() throws -> [String] {
    try desk.rows("people.list").map { "\($0["firstName"]?.string ?? "") \($0["familyName"]?.string ?? "")" }
  }

  private func neighbourhoods() throws -> [String] {
    try desk.rows("regions.neighbourhoods").map { row in
      [row["code"], row["county"], row["name"], row["setting"]].map { $0?.string ?? "-" }.joined(separator: "|")
    }
  }

  // MARK: Quotes, half-spaces, what spreadsheets leave behind

  @Test func `a quote that stays open is told with the row where it opened, and nothing of the sheet goes in`() throws {
    try desk.write(people(SheetStory.mahin, SheetStory.davud.replacing("کوی دوم", with: "\"کوی دوم"), SheetStory.mahin))
    let ending = try desk.importing("people.register", flags: ["--skip-invalid"])
    #expect(ending.status == 2 && ending.complaint.contains("The quote that opens in row 3 is never closed."), "\(ending.complaint)")
    #expect(ending.complaint.contains("→"), "what to do next: \(ending.complaint)")
    #expect(try names().isEmpty)
  }

  @Test func `a cell that begins with a half-space is a cell of its own and is kept without it`() throws {
    try desk.write(people("مهین,\u{200C}گل‌چهره,\u{200C}کریم,1361/11/30,بله,1404/09/02,0048127337,09351230045,\u{200C}بلوار"))
    #expect(try desk.importing("people.register").status == 0)
    let row = try #require(try desk.rows("people.list").first)
    #expect([row["firstName"], row["familyName"], row["fatherName"]] == ["مهین", "گل‌چهره", "کریم"])
    let person = try desk.answer("people show \(row["code"]?.string ?? "")")
    #expect([person["nationalID"], person["mobile"], person["address"]] == ["0048127337", "+989351230045", "بلوار"], "\(person)")
  }

  @Test func `empty rows behind the last one, blanks around cells and between digits, and sep= cost nothing`() throws {
    let blanks = " مهین , دشتی\t,کریم , 1361/11/30 , بله ,1404/09/02, 0048127337 , 0935 123 0045 , بلوار چهارم "
    let rows = [SheetStory.titles, blanks, ",,,,,,,,", "", ",,,,,,,,"].map { $0.replacing(",", with: ";") }
    try desk.write("\u{FEFF}sep=;\r\n" + rows.joined(separator: "\r\n") + "\r\n")
    let ending = try desk.importing("people.register")
    #expect(ending.status == 0 && ending.output.hasPrefix("1 rows: 1 new or changed, 0 the same, 0 refused"), "\(ending)")
    let row = try #require(try desk.rows("people.list").first)
    #expect([row["firstName"], row["familyName"], row["birth"], row["isLiterate"]] == ["مهین", "دشتی", "1983-02-19", true])
    let person = try desk.answer("people show \(row["code"]?.string ?? "")")
    #expect([person["nationalID"], person["mobile"], person["address"]] == ["0048127337", "+989351230045", "بلوار چهارم"])
  }

  @Test func `a refused row has the number that the sender's program shows, blank lines counted`() throws {
    try desk.write(people(SheetStory.mahin, "", "", SheetStory.davud.replacing("1358/02/14", with: "1358/02/34"), ""))
    let ending = try desk.importing("people.register", flags: ["--errors", desk.path("refused.csv")])
    #expect(ending.status == 1 && ending.complaint.contains("nothing was kept\n  ✗ row 5\n    birth date: "), "\(ending.complaint)")
    let refused = try desk.read("refused.csv")
    #expect(refused.contains(",1358/02/34,") && refused.contains(",5,birth date,"), "\(refused)")
    #expect(try names().isEmpty)
  }

  @Test func `a column that is there twice is refused with both titles, however they are written`() throws {
    try desk.write(people(SheetStory.mahin).replacing("نشانی\n", with: "نشانی,موبایل\n").replacing("چهارم\n", with: "چهارم,09391230047\n"))
    let ending = try desk.importing("people.register", language: .fa)
    #expect(ending.status == 2, "\(ending.complaint)")
    #expect(ending.complaint.contains("دو ستون دارد: «شماره همراه» و «موبایل»؛ یکی را بردارید"), "\(ending.complaint)")
    #expect(try names().isEmpty)
  }

  // MARK: Encodings, words, the same file

  /// «استان,نام محله,نوع محیط», «گلستان,گذر پژمان,شهری» and «گلستان,چهارراه گلچین,روستایی» as windows-1256 writes them.
  private static let oldProgram: [UInt8] = [
    0xC7, 0xD3, 0xCA, 0xC7, 0xE4, 0x2C, 0xE4, 0xC7, 0xE3, 0x20, 0xE3, 0xCD, 0xE1, 0xE5, 0x2C, 0xE4, 0xE6, 0xDA, 0x20, 0xE3, 0xCD, 0xED,
    0xD8, 0x0A, 0x90, 0xE1, 0xD3, 0xCA, 0xC7, 0xE4, 0x2C, 0x90, 0xD0, 0xD1, 0x20, 0x81, 0x8E, 0xE3, 0xC7, 0xE4, 0x2C, 0xD4, 0xE5, 0xD1,
    0xED, 0x0A, 0x90, 0xE1, 0xD3, 0xCA, 0xC7, 0xE4, 0x2C, 0x8D, 0xE5, 0xC7, 0xD1, 0xD1, 0xC7, 0xE5, 0x20, 0x90, 0xE1, 0x8D, 0xED, 0xE4,
    0x2C, 0xD1, 0xE6, 0xD3, 0xCA, 0xC7, 0xED, 0xED, 0x0A,
  ]

  @Test func `an older program's encoding is named in the refusal and read when it is named, into Persian letters`() throws {
    try desk.write(SheetStory.oldProgram)
    let ending = try desk.importing("regions.add-neighbourhood")
    #expect(ending.status == 2 && ending.complaint.contains("--encoding windows-1256"), "\(ending.complaint)")
    #expect(try neighbourhoods().isEmpty)
    #expect(try desk.importing("regions.add-neighbourhood", flags: ["--encoding", "windows-1256"]).status == 0)
    #expect(
      try neighbourhoods().map { $0.split(separator: "|").suffix(2).joined(separator: "|") } == ["گذر پژمان|urban", "چهارراه گلچین|rural"])
  }

  @Test func `choices are read by their labels, by words of them and by codes; what is none of them names them all`() throws {
    try desk.write("استان,نام محله,نوع محیط\nگلستان,کوی آبان,محلهٔ شهری\nاستان گلستان,کوی آذر,روستايي\nGolestan,کوی دی,school\n")
    #expect(try desk.importing("regions.add-neighbourhood").status == 0)
    let kept = try neighbourhoods().map { $0.split(separator: "|").suffix(2).joined(separator: "|") }
    #expect(kept == ["کوی آبان|urban", "کوی آذر|rural", "کوی دی|school"])
    try desk.write("استان,نام محله,نوع محیط\nگلستان,کوی بهمن,ییلاقی\nگلستان,کوی تیر,محله\n", to: "wrong.csv")
    let ending = try desk.importing("regions.add-neighbourhood", "wrong.csv")
    #expect(
      ending.status == 1 && ending.complaint.contains("setting \"ییلاقی\"") && ending.complaint.contains("rural neighbourhood"), "\(ending)"
    )
    #expect(ending.complaint.contains("Several choices are called \"محله\"; write the code: urban, rural"), "\(ending.complaint)")
    #expect(try neighbourhoods().count == 3)
  }

  @Test func `a file that went in is known when it comes again, and goes in again only by --again`() throws {
    try desk.write("province,name,setting\nIR-27,روستای بیدک,rural\nIR-27,روستای چنارک,rural\n")
    #expect(try desk.importing("regions.add-neighbourhood").output.contains("sheet 1 (imports show 1)"))
    let again = try desk.importing("regions.add-neighbourhood")
    #expect(again.status == 1 && again.complaint.contains("The same file was imported before (sheet 1,"), "\(again)")
    #expect(again.complaint.contains("--again"), "\(again.complaint)")
    #expect(try neighbourhoods().count == 2)
    #expect(try desk.answer("imports list")["items"]?.items.count == 1)
  }

  // MARK: Public lists

  @Test func `a county's code that lost its zero is offered whole, and goes in once it is mended`() throws {
    let sheet = "استان,نام شهرستان,کد چهاررقمی مرکز آمار\r\nگلستان,نوبهار,2763\r\nخوزستان,نخلستان,681\r\nمرکزی,انارک,71\r\n"
    try desk.write(sheet)
    let ending = try desk.importing("regions.add-county", as: .admin, flags: ["--errors", desk.path("refused.csv")])
    #expect(ending.status == 1, "\(ending)")
    #expect(ending.complaint.contains("statistical code \"681\"") && ending.complaint.contains("lost: 0681"), "\(ending.complaint)")
    #expect(ending.complaint.contains("statistical code \"71\"") && ending.complaint.contains("lost: 0071"), "\(ending.complaint)")
    #expect(try desk.rows("regions.counties", as: .admin).count == 3)
    try desk.write(sheet.replacing(",681", with: ",0681").replacing(",71", with: ",0071"), to: "mended.csv")
    #expect(try desk.importing("regions.add-county", "mended.csv", as: .admin).status == 0)
    let kept = try desk.rows("regions.counties", as: .admin).dropFirst(3).map { [$0["province"], $0["name"], $0["statisticalCode"]] }
    #expect(kept == [["IR-27", "نوبهار", "2763"], ["IR-06", "نخلستان", "0681"], ["IR-00", "انارک", "0071"]])
  }

  @Test func `a county is meant by its name within its province, by its code and by its number`() throws {
    try desk.write(
      "استان,شهرستان,نام محله,نوع محیط\nگلستان,سپیدرود,آب‌بخشان,rural\nگلستان,2762,آب‌کنار,rural\nگلستان,2,آب‌گرم,rural\n"
        + "گلستان,شهرستان كوه پايه,آب‌سرد,rural\n")
    let ending = try desk.importing("regions.add-neighbourhood")
    #expect(ending.status == 0, "\(ending.complaint)")
    let kept = try neighbourhoods().map { $0.split(separator: "|").dropFirst().prefix(2).joined(separator: "|") }
    #expect(kept == ["سپیدرود|آب‌بخشان", "کوه‌پایه|آب‌کنار", "سپیدرود|آب‌گرم", "کوه‌پایه|آب‌سرد"])
  }

  @Test func `a county that there is not is refused with column and value, one of another province too`() throws {
    try desk.write(
      "استان,شهرستان,نام محله,نوع محیط\nگلستان,کوه‌پایه,آب‌بر,rural\nگلستان,ناکجا,آب‌شور,rural\nگلستان,0261,آب‌تلخ,rural\n")
    let ending = try desk.importing("regions.add-neighbourhood", flags: ["--errors", desk.path("refused.csv")])
    #expect(ending.status == 1, "\(ending)")
    #expect(ending.complaint.contains("row 3\n    county \"ناکجا\": The county was not found."), "\(ending.complaint)")
    #expect(ending.complaint.contains("row 4\n    county \"0261\": This county lies in another province."), "\(ending.complaint)")
    #expect(ending.complaint.contains("Look it up in “Counties”"), "\(ending.complaint)")
    let refused = try desk.read("refused.csv")
    #expect(refused.contains(",3,county,") && refused.contains(",4,county,"), "\(refused)")
    #expect(try neighbourhoods().isEmpty)
  }

  @Test func `a class list with columns of its own is told all of them at once, then what it lacks, and goes in without them`() throws {
    let titles = "ردیف,نام,نام خانوادگی,نام پدر,کد ملی,کلاس,میانگین,موبایل"
    let rows = ["1,ناهید,ارغوان,هوشنگ,0532019458,نهم,18.75,09191230048", "2,بهنام,صنوبر,یونس,0061143723,هفتم,17,09191230049"]
    try desk.write("\u{FEFF}" + ([titles] + rows).joined(separator: "\r\n") + "\r\n")
    let unknown = try desk.importing("people.register")
    #expect(unknown.status == 2 && unknown.complaint.contains("--ignore TITLE"), "\(unknown)")
    for title in ["ردیف", "کلاس", "میانگین"] { #expect(unknown.complaint.contains("\"\(title)\" is not known"), "\(unknown.complaint)") }
    let foreign = ["--ignore", "ردیف", "--ignore", "کلاس", "--ignore", "میانگین"]
    let lacking = try desk.importing("people.register", flags: foreign)
    #expect(lacking.status == 2 && lacking.complaint.contains("no column for \"birth date\" (birth)"), "\(lacking)")
    #expect(lacking.complaint.contains("(isLiterate)") && lacking.complaint.contains("→"), "\(lacking)")
    #expect(try names().isEmpty)
    let more = [titles + ",متولد,باسواد,تاریخ رضایت", rows[0] + ",۱۳۸۸/۰۷/۰۱,بله,1404/09/02", rows[1] + ",1391-01-05,بله,1404/09/02"]
    try desk.write("\u{FEFF}" + more.joined(separator: "\r\n") + "\r\n", to: "more.csv")
    let ending = try desk.importing("people.register", "more.csv", flags: foreign)
    #expect(ending.status == 0, "\(ending.complaint)")
    #expect(try desk.rows("people.list").map { $0["birth"] } == ["2009-09-23", "2012-03-24"])
    #expect(try names() == ["ناهید ارغوان", "بهنام صنوبر"])
  }

  @Test func `populations are read with thousands signs and digits of three scripts; a fraction is told, and a comma that may be one`()
    throws
  {
    let rows = [
      "گلستان,1398,\"1,902,417\",برآورد", "گلستان,۱۳۹۹,۱٬۹۱۱٬۲۰۸,برآورد", "استان گلستان,1400,1920116,برآورد",
      "گلستان,١٤٠١,١٩٢٩٠٠٣,برآورد",
      "سيستان و بلوچستان ,1398,2 ,برآورد",
    ]
    let titles = "استان,سال جلالی شمارش,شمار مردم,منبع"
    try desk.write(([titles] + rows + ["گلستان,1402,1938000.0,برآورد", "گلستان,1403,\"۱،۹۴۷،۰۰۰\",برآورد"]).joined(separator: "\n"))
    let refused = try desk.importing("regions.record-population", as: .admin)
    #expect(
      refused.status == 1
        && refused.complaint.contains("2 rows: 7, 8\n    population \"1938000.0\", \"۱،۹۴۷،۰۰۰\": Must be a whole number"), "\(refused)")
    #expect(try desk.rows("regions.populations", as: .admin).count == 31)
    try desk.write(([titles] + rows).joined(separator: "\n"), to: "mended.csv")
    #expect(try desk.importing("regions.record-population", "mended.csv", as: .admin).status == 0)
    let kept = try desk.rows("regions.populations", as: .admin).dropFirst(31).map { [$0["province"], $0["year"], $0["population"]] }
    let golestan = [(1398, 1_902_417), (1399, 1_911_208), (1400, 1_920_116), (1401, 1_929_003)].map { year, count -> [Value?] in
      ["IR-27", .int(Int64(year)), .int(Int64(count))]
    }
    #expect(kept == golestan + [["IR-11", 1398, 2]])
  }

  // MARK: The sheet of refused rows

  @Test func `a file for refused rows that is there already is told before anything is done`() throws {
    try desk.write("province,name,setting\nIR-27,روستای گزنک,rural\nIR-27,روستای توسکا,نمی‌دانم\n")
    try desk.write("mine", to: "refused.csv")
    let ending = try desk.importing("regions.add-neighbourhood", flags: ["--skip-invalid", "--errors", desk.path("refused.csv")])
    #expect(ending.status == 2 && ending.complaint.contains("File exists"), "\(ending)")
    #expect(try neighbourhoods().isEmpty && desk.read("refused.csv") == "mine")
    let other = try desk.importing("regions.add-neighbourhood", flags: ["--skip-invalid", "--errors", desk.path("other.csv")])
    #expect(other.status == 3, "\(other)")
    #expect(try neighbourhoods().count == 1 && desk.read("other.csv").contains("IR-27,روستای توسکا,نمی‌دانم,3,setting,"))
  }

  @Test func `the sheet of refused rows says row, field and reason, and goes in as it is once it is mended`() throws {
    try desk.write(people(SheetStory.mahin, SheetStory.davud.replacing("1358/02/14", with: "1358/14/02")))
    let trial = try desk.importing("people.register", flags: ["--dry-run", "--errors", desk.path("trial.csv")])
    #expect(trial.status == 1 && trial.complaint.contains("a trial, nothing was kept"), "\(trial)")
    let ending = try desk.importing("people.register", flags: ["--skip-invalid", "--errors", desk.path("refused.csv")])
    #expect(ending.status == 3 && ending.complaint.contains("1 left out"), "\(ending)")
    let refused = try desk.read("refused.csv")
    #expect(refused == (try desk.read("trial.csv")) && refused.contains("\(SheetStory.titles),_row,_field,_errors\r\n"))
    #expect(refused.contains(",1358/14/02,") && refused.contains(",3,birth date,") && refused.contains("14"), "\(refused)")
    try desk.write(refused.replacing(",1358/14/02,", with: ",1358/02/14,"), to: "mended.csv")
    #expect(try desk.importing("people.register", "mended.csv").status == 0)
    #expect(try names() == ["مهین دشتی", "داود سروی"])
  }
}
