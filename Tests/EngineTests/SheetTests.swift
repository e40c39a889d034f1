import Feature
import Testing
import Values

@testable import Engine

@Suite struct `A sheet` {
  private func sheet(_ text: String) throws -> Sheet { try Sheet(Array(text.utf8)) }
  private func cells(_ text: String) throws -> [[String]] { try sheet(text).rows.map(\.cells) }
  private func fault(_ body: () throws -> Void) -> FieldFault? {
    do { try body() } catch { return (error as? Refusal)?.faults.first }
    return nil
  }

  @Test func `goes by scalars: a half-space behind a comma, a quote or a sign hides nothing`() throws {
    let sheet = try sheet("a,b;c,d\r\n1,\u{200C}2,\"x\"\"\u{200C}\"\r\n3,4,\"\u{200C}y\"\n")
    #expect(sheet.columns.map(\.title) == ["a", "b;c", "d"])
    #expect(sheet.rows.map(\.cells) == [["1", "\u{200C}2", "x\"\u{200C}"], ["3", "4", "\u{200C}y"]])
  }

  @Test func `ends its rows with any line end, and keeps those in quotes`() throws {
    #expect(try cells("a,b\n1,2\r3,\"x\r\ny\"\r\n") == [["1", "2"], ["3", "x\r\ny"]])
  }

  @Test func `reads back what the writer writes`() throws {
    for text in ["متن", "a,b", "say \"x\"", "two\nlines", "=1+1", "'=1", "''-1", "'plain", "-5", "\u{200C}a", "a;b", "a\tb"] {
      let line = CSVWriter.line(["a", "b"]) + CSVWriter.line([CSVWriter.literal(text), "1"])
      let row = try #require(Array(try sheet(line).rows).first)
      #expect(CSVWriter.meant(by: row.cells[0]) == text)
    }
  }

  @Test(arguments: [",", ";", "\t"])
  func `is divided by what its titles are divided by, or by what it says`(separator: String) throws {
    let rows = ["a", "b"].joined(separator: separator) + "\n" + ["1", "x|y"].joined(separator: separator) + "\n"
    #expect(try cells(rows) == [["1", "x|y"]])
    #expect(try cells("\"a;;;;,,,,\t\t\t\t\"\(separator)b\n1\(separator)2\n") == [["1", "2"]])
    #expect(try cells("\u{FEFF}sep=\(separator)\r\n" + rows) == [["1", "x|y"]])
  }

  @Test func `has no row for blank lines, no column without a title and cells, and no blanks around a cell`() throws {
    let sheet = try sheet("\n a ,\u{A0}b,,\n\n 1 ,\t2,,\n,,,\n ,\n\"  3 \",4\n,,\n")
    #expect(sheet.columns.map(\.title) == ["a", "b"])
    #expect(sheet.count == 2 && sheet.rows.map { Array($0.cells.prefix(2)) } == [["1", "2"], ["3", "4"]])
  }

  @Test func `numbers its rows as the sender's program does`() throws {
    #expect(try sheet("a,b\n\n1,\"x\ny\"\n\n\n2,z\n").rows.map(\.number) == [3, 6])
    #expect(try sheet("sep=,\r\na,b\r\n1,2\r\n").rows.map(\.number) == [2], "a spreadsheet hides the line")
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n2,y\n3,z\n", "import.quote", "2"), ("a,b\n1,2\n3,\"x\"y\n", "import.quote", "3"), ("\n \n", "import.empty", ""),
    ("", "import.empty", ""), ("a,,b\n1,,2\n3,x,4\n", "import.untitled", "3"), ("\"a,b\n1,2\n", "import.quote", "1"),
  ])
  func `that cannot be read is refused as a whole, with the row`(_ text: String, _ code: String, _ row: String) {
    let fault = fault { _ = try sheet(text) }
    #expect(fault?.code == code && fault?.texts.en.contains(row) == true, "\(String(describing: fault))")
  }

  @Test func `is told from what is no text of its encoding`() throws {
    #expect(fault { _ = try Sheet([0x50, 0x4B, 0x03, 0x04, 0x14, 0]) }?.texts.en.contains("Excel workbook") == true)
    #expect(fault { _ = try Sheet(Array("a,b\n1,2\0\n".utf8), encoding: .utf8) }?.texts.en.contains("Line 2 holds a NUL") == true)
    #expect(fault { _ = try Sheet(Array("a,b\nگچ,2\n".utf8), encoding: .windows1256) }?.texts.en.contains("is UTF-8") == true)
    #expect(try Sheet(Array("a,b\n1,2\n".utf8), encoding: .windows1256).count == 1)
    let many = (0..<600).map { "c\($0)" }.joined(separator: ",")
    #expect(fault { _ = try Sheet(Array(many.utf8)) }?.code == "import.columns")
  }

  @Test func `keeps a quote that stands inside a cell`() throws {
    #expect(try cells("a,b\n5\" pipe,he said \"no\"\n") == [["5\" pipe", "he said \"no\""]])
  }

  @Test func `tells a row that is too long or too short from one with empty cells at its end`() throws {
    let sheet = try sheet("a,b\n1,2,,\n1\n1,2,3\n")
    #expect(sheet.rows.map { sheet.misfit($0)?.faults.first?.code } == [nil, "import.width", "import.width"])
  }

  @Test func `is read in the encoding that its mark or its sender says, and no other`() throws {
    let text = "نام,پیشهٔ او\nگچ‌کار,ژاله\n"
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let expected = [["گچ‌کار", "ژاله"]]
    #expect(try Sheet([0xFF, 0xFE] + little).rows.map(\.cells) == expected)
    #expect(try Sheet([0xFE, 0xFF] + big).rows.map(\.cells) == expected)
    #expect(try Sheet(little, encoding: .utf16LittleEndian).rows.map(\.cells) == expected)
    #expect(try Sheet(big, encoding: .utf16BigEndian).rows.map(\.cells) == expected)
    #expect(fault { _ = try Sheet(little) }?.texts.en.contains("utf-16le") == true)
    #expect(fault { _ = try Sheet(big) }?.texts.en.contains("utf-16be") == true)
    #expect(fault { _ = try Sheet([0xFF, 0xFE] + little.dropLast()) }?.code == "import.encoding")
    #expect(fault { _ = try Sheet(Array("a,b\n1,2\n3,\u{E9}".utf8).dropLast()) }?.texts.en.contains("Line 3") == true)
  }

  /// As a program shows UTF-8 without a mark that it takes for the code page of its country, and saves what it shows.
  @Test(arguments: [
    ("windows-1256", "ظ†ط§ظ…,ظ¾غŒط´ظ‡", "نام"), ("windows-1252", "Ù†Ø§Ù…,Ù¾ÛŒØ´Ù‡", "نام"),
  ])
  func `of letters that some program misread is refused with what was meant, others that look like it are not`(
    _ encoding: String, _ misread: String, _ meant: String
  ) throws {
    let told = fault { _ = try sheet("a,b\n1,2\n" + misread + "\n") }
    #expect(told?.code == "import.encoding", "\(String(describing: told))")
    #expect(
      told?.texts.en.contains("Line 3 says \"\(misread.prefix { $0 != "," })\" where \"\(meant)\"") == true, "\(told?.texts.en ?? "")")
    #expect(told?.texts.fa.contains(encoding) == true)
    for text in ["نام,ظاهر", "Ømer,Ångström", "طرح ط§ و ظ†,2", "عطاء,غ‌غ", "ظ†,2"] { #expect(try sheet("a,b\n" + text + "\n").count == 1) }
  }

  /// «نام محله» and «گچ‌پژ» as older programs write them (CP1256).
  @Test func `of windows-1256 is refused with that name, and read by it`() throws {
    let octets: [UInt8] = [0xE4, 0xC7, 0xE3, 0x20, 0xE3, 0xCD, 0xE1, 0xE5, 0x0A, 0x90, 0x8D, 0x9D, 0x81, 0x8E, 0x0A]
    #expect(fault { _ = try Sheet(octets) }?.texts.fa.contains("windows-1256") == true)
    let sheet = try Sheet(octets, encoding: try SheetEncoding(naming: "CP1256"))
    #expect(sheet.columns.map(\.title) == ["نام محله"] && sheet.rows.map(\.cells) == [["گچ‌پژ"]])
    #expect(fault { _ = try SheetEncoding(naming: "latin1") }?.pointer == "/encoding")
  }
}

@Suite struct `A sheet of tools` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func tools(_ text: String, _ options: SheetOptions = SheetOptions()) throws -> SheetImport {
    try SheetImport(
      command: try #require(bench.registry.command("shop.make")), sheet: try Sheet(Array(text.utf8)), options: options)
  }

  private func faults(_ text: String, _ options: SheetOptions = SheetOptions()) -> [String] {
    do { _ = try tools(text, options) } catch { return (error as? Refusal)?.faults.map { "\($0.code) \($0.texts.en)" } ?? ["\(error)"] }
    return []
  }

  @Test func `knows its columns by name and label in any spelling, and is told all it does not know at once`() throws {
    #expect(faults("NAME,Weight ,province\nx,5,IR-27\n").isEmpty)
    #expect(faults("name,name,weight\n").first?.hasPrefix("import.column-twice") == true)
    let unknown = faults("nam,weight,colour,province\n")
    #expect(unknown.count == 2 && unknown[0].contains("(name)"), "\(unknown)")
    #expect(faults("name,weight,province,colour\n", SheetOptions(ignored: ["Colour"])).isEmpty)
    #expect(faults("tool,weight,province\n", SheetOptions(mapped: [("TOOL", "name")])).isEmpty)
    #expect(faults("tool,weight\n", SheetOptions(ignored: ["absent"], mapped: [("tool", "nothing")])).count == 3)
    let missing = faults("weight,due\n")
    #expect(missing.count == 2 && missing[1] == "import.column-missing The sheet has no column for \"name\" (name).", "\(missing)")
  }

  @Test func `refused rows come back with number, field and reason, and go in again once mended`() throws {
    let sheet = try tools("name,weight,province\nالف,5,IR-27\n\n'=b,x,IR-27\nپ,1,IR-27\n")
    let report = try sheet.run(bench.runtime, bench.context(maker))
    #expect(report.refused.map(\.row) == [4, 5] && report.kept == 0 && report.good == 1 && report.rows == 3)
    var csv = ""
    sheet.returned.write(report.refusedRows, in: .en) { csv += $0 }
    let lines = csv.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 3 && lines[0] == "name,weight,province,_row,_field,_errors")
    #expect(lines[1].hasPrefix("'=b,x,IR-27,4,weight,") && lines[1].contains("whole number"), "\(lines[1])")
    let mended = try tools(csv.replacing(",x,", with: ",6,").replacing("پ,1,", with: "پ,7,"))
    let again = try mended.run(bench.runtime, bench.context(maker), wantsCodes: true)
    #expect(again.isKept && again.changed == 2 && again.codes.map(\.code) == ["TL-27-1405-0001", "TL-27-1405-0002"])
    #expect(try bench.sql("SELECT name FROM shop_tool ORDER BY id") == [["=b"], ["پ"]])
    var results = ""
    mended.returned.results(of: again) { results += $0 }
    #expect(results.contains(",2,TL-27-1405-0001\r\n") && results.contains(",3,TL-27-1405-0002\r\n"))
  }

  @Test func `a title is told without what a terminal obeys, and not at length`() {
    let told = faults("name,weight,\u{1B}[31mevil\u{7}\u{202E}" + String(repeating: "x", count: 500) + "\n")
    let text = told.first ?? ""
    #expect(
      text.contains("[31mevil") && !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } && text.count < 200, "\(text)")
    #expect(faults((0..<80).map { "c\($0)" }.joined(separator: ",") + "\n").count == 21)
  }

  @Test func `our own columns are passed over and written anew, and formulas are disarmed`() throws {
    let sheet = try tools("name,weight,province,_ROW,_field,_errors\n=cmd,x,IR-27,9,f,e\n")
    let report = try sheet.run(bench.runtime, bench.context(maker))
    var csv = ""
    sheet.returned.write(report.refusedRows, in: .en) { csv += $0 }
    #expect(csv.hasPrefix("name,weight,province,_row,_field,_errors\r\n'=cmd,x,IR-27,2,weight,"), "\(csv)")
  }

  @Test func `stopped before anything was kept says how far it came`() throws {
    let rows = (0..<20).map { "x\($0),5,IR-27\n" }.joined()
    let report = try tools("name,weight,province\n" + rows).run(bench.runtime, bench.context(maker)) { $0 < 12 }
    #expect(report.tried == 12 && report.changed == 12 && report.kept == 0 && report.isStopped)
    #expect(try bench.count("shop_tool") == 0 && bench.count("audit_entry") == 0)
  }

  @Test func `counts each row once, and tells a cause once for all its rows`() throws {
    let rows = (0..<8).map { $0 < 3 ? "ابزار \($0),5,IR-27" : $0 < 6 ? "ابزار \($0),x,IR-27" : "ابزار \($0),1,IR-27" }
    let sheet = try tools("name,weight,province\n" + rows.joined(separator: "\n") + "\n", SheetOptions(skipsRefused: true))
    let report = try sheet.run(bench.runtime, bench.context(maker))
    #expect(report.changed + report.same + report.refused.count == report.rows && report.isKept && report.kept == 3)
    #expect(report.causes.map(\.rows) == [[5, 6, 7], [8, 9], [8, 9]] && report.causes[0].field == "weight", "\(report.causes)")
    #expect(report.causes.map(\.values) == [["x"], [], []], "what stood there; a rule speaks of the row")
  }

  @Test func `that was imported is written down, is in its entries, and is known again`() throws {
    let text = "name,weight,province\nالف,5,IR-27\nب,6,IR-27\n"
    var trial = bench.context(maker)
    trial.dryRun = true
    #expect(try tools(text).run(bench.runtime, trial).batch == nil && bench.count("registry_batch") == 0)
    let report = try tools(text).run(bench.runtime, bench.context(maker))
    #expect(report.batch == 1)
    #expect(try bench.entries().map { $0["req"] } == ["batch-1", "batch-1"])
    let refused = refusal { _ = try tools(text).run(bench.runtime, bench.context(maker)) }
    #expect(refused?.code == "import.same-file" && refused?.next.first?.command == "imports.show")
    #expect(refusal { _ = try tools(text).run(bench.runtime, trial) }?.code == "import.same-file")
    let again = try tools(text, SheetOptions(isAgain: true)).run(bench.runtime, bench.context(maker))
    #expect(again.refused.count == 2 && again.batch == nil && again.kept == 0, "there are tools of that name")
    let items = try bench.ask("imports.list", as: maker)["items"]?.items ?? []
    #expect(items.map { [$0["batch"], $0["rows"], $0["changed"], $0["firstEntry"], $0["lastEntry"]] } == [[1, 2, 2, 0, 1]])
    #expect(items.first?["isWhole"] == true)
    #expect(items.first?["digest"]?.string?.count == 64 && items.first?["action"]?["code"] == "shop.make")
    let stranger = Principal.test(.maker, number: 9)
    #expect(try bench.ask("imports.list", as: stranger)["items"]?.items.isEmpty == true)
    #expect(refusal { _ = try bench.ask("imports.show", ["batch": 1], as: stranger) }?.kind == .notFound)
    #expect(try bench.ask("imports.show", ["batch": 1], as: maker)["request"] == "batch-1")
    #expect(refusal { _ = try bench.ask("imports.list", ["limit": 501], as: maker) }?.kind == .malformed)
  }

  @Test func `kept in portions is one batch, and a fault in one row costs no other`() throws {
    // More than two portions; the first has nothing to keep.
    let rows = (0..<700).map { $0 < 260 ? "x\($0),1,IR-27" : $0 % 100 == 50 ? "x\($0),x,IR-27" : "x\($0),5,IR-27" }
    let sheet = try tools("name,weight,province\n" + rows.joined(separator: "\n") + "\n", SheetOptions(skipsRefused: true))
    let report = try sheet.run(bench.runtime, bench.context(maker))
    #expect(report.refused.count == 264 && report.changed == 436 && report.tried == 700 && report.batch == 1, "\(report.refused.count)")
    #expect(try bench.sql("SELECT rows, changed, same, refused FROM registry_batch") == [[700, 436, 0, 264]])
    #expect(try bench.count("shop_tool") == 436 && bench.count("registry_batch") == 1)
  }

  @Test func `goes on where it was cut short: each row once`() throws {
    let rows = (0..<900).map { "x\($0),\($0 % 90 == 7 ? "x" : "5"),IR-27" }
    let text = "name,weight,province\n" + rows.joined(separator: "\n") + "\n"
    let options = SheetOptions(skipsRefused: true)
    var runs = 0
    var last: SheetReport?
    // Cut short again and again, as a kill between two portions or a cancelled job does.
    repeat {
      runs += 1
      let tried = last?.tried ?? 0
      last = try tools(text, options).run(bench.runtime, bench.context(maker)) { $0 < tried + 130 }
    } while last?.isStopped == true && runs < 50
    let report = try #require(last)
    #expect(runs > 4 && report.tried == 900 && report.batch == 1)
    #expect(report.changed == 890 && report.same + report.refused.count + report.refusedBefore == 10)
    #expect(try bench.count("shop_tool") == 890 && bench.sql("SELECT count(DISTINCT name) FROM shop_tool") == [[890]])
    #expect(try bench.sql("SELECT rows, changed, same, refused FROM registry_batch") == [[900, 890, 0, 10]])
    #expect(refusal { _ = try tools(text, options).run(bench.runtime, bench.context(maker)) }?.code == "import.same-file")
    #expect(refusal { _ = try tools(text).run(bench.runtime, bench.context(.test(.maker, number: 9))) }?.code == "import.same-file")
  }
}

@Suite struct `A sheet of our own` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func bring(_ text: String, _ options: SheetOptions = SheetOptions(isAgain: true)) throws -> SheetReport {
    let command = try #require(bench.registry.command("shop.make"))
    return try SheetImport(command: command, sheet: Sheet(Array(text.utf8)), options: options).run(bench.runtime, bench.context(maker))
  }

  @Test func `passes over what no input takes, and tells it`() throws {
    let report = try bring("id,code,rev,name,weight,province,state,due\n9,TL-9,3,الف,5,IR-27,worn,1405/02/09\n")
    #expect(report.kept == 1 && report.passedOver == ["id", "code", "rev", "state"])
    #expect(try bench.sql("SELECT code, state, name FROM shop_tool") == [["TL-27-1405-0001", "made", "الف"]])
  }

  @Test func `is one by its number: another sheet's unknown columns are refused`() throws {
    #expect(refusal { _ = try bring("code,name,weight,province\nx,الف,5,IR-27\n") }?.faults.map(\.code) == ["import.column"])
    #expect(refusal { _ = try bring("id,colour,name,weight,province\n1,x,الف,5,IR-27\n") }?.faults.map(\.code) == ["import.column"])
  }

  @Test func `takes what is the same in every row from what is given`() throws {
    let given = SheetOptions(given: [("province", "گلستان"), ("وزن", "۵")])
    #expect(try bring("name\nالف\nب\n", given).kept == 2)
    #expect(try bench.sql("SELECT DISTINCT province, weight FROM shop_tool") == [["IR-27", 5]])
    #expect(try bring("name\nالف\nب\n", SheetOptions(given: [("province", "گلستان"), ("وزن", "6")])).refused.count == 2)
    let other = SheetOptions(given: [("weight", "6"), ("province", "IR-12")])
    #expect(refusal { _ = try bring("name\nالف\nب\n", other) }?.code != "import.same-file", "other rows than those of before")
    #expect(refusal { _ = try bring("name\nالف\nب\n", given) }?.code == "import.same-file")
    #expect(refusal { _ = try bring("name,weight\nپ,5\n", given) }?.faults.map(\.code) == ["import.column-given"])
    #expect(refusal { _ = try bring("name\nپ\n", SheetOptions(given: [("colour", "x")])) }?.faults.map(\.code) == ["import.column"])
    let twice = SheetOptions(given: [("province", "گلستان"), ("استان", "کردستان"), ("weight", "5")])
    #expect(refusal { _ = try bring("name\nت\n", twice) }?.faults.map(\.code) == ["import.column-given"])
    #expect(throws: Refusal.self) { try SheetOptions.giving("=x") }
    #expect(try SheetOptions.giving("a=b=c").value == "b=c")
  }
}

@Suite struct `What was said of columns` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func bring(_ text: String, mapped: [(title: String, field: String)] = [], as principal: Principal) throws -> SheetReport {
    let command = try #require(bench.registry.command("shop.make"))
    var options = SheetOptions(mapped: mapped)
    options.remembered = try bench.runtime.rememberedColumns(command, principal, reader: bench.runtime.openReader())
    return try SheetImport(command: command, sheet: Sheet(Array(text.utf8)), options: options).run(bench.runtime, bench.context(principal))
  }

  @Test func `is remembered for the next sheet of the same person, and told`() throws {
    let first = try bring("Bezeichnung,weight,province\nالف,5,IR-27\n", mapped: [("Bezeichnung", "نام")], as: maker)
    #expect(first.kept == 1 && first.remembered.isEmpty)
    let second = try bring("BEZEICHNUNG,weight,province\nب,5,IR-27\n", as: maker)
    #expect(second.kept == 1 && second.remembered == ["BEZEICHNUNG=name"])
    let other = Principal.test(.maker, number: 9)
    #expect(refusal { _ = try bring("Bezeichnung,weight,province\nپ,5,IR-27\n", as: other) }?.faults.map(\.code) == ["import.column"])
  }

  @Test func `is forgotten when it is said otherwise, and not learnt from a sheet that was refused`() throws {
    _ = try bring("X,Y,province\nالف,5,IR-27\n", mapped: [("X", "name"), ("Y", "weight")], as: maker)
    _ = try bring("Y,X,province\nب,5,IR-27\n", mapped: [("Y", "name"), ("X", "weight")], as: maker)
    #expect(try bring("Y,X,province\nپ,5,IR-27\n", as: maker).kept == 1)
    #expect(try bring("Z,weight,province\nت,1,IR-27\n", mapped: [("Z", "name")], as: maker).kept == 0)
    #expect(refusal { _ = try bring("Z,weight,province\nت,5,IR-27\n", as: maker) }?.faults.map(\.code) == ["import.column"])
  }
}

@Suite struct `A needed text` {
  @Test(arguments: ["", " ", "\u{200C}", "\u{A0}\t"])
  func `in which nothing is written is refused everywhere, and nothing is kept`(text: String) throws {
    let bench = try Bench()
    let maker = Principal.test(.maker)
    let refused = refusal { _ = try bench.run("shop.make", ["province": "IR-27", "name": .text(text), "weight": 5], as: maker) }
    #expect(refused?.faults.map(\.pointer) == ["/name"], "\(String(describing: refused))")
    #expect(try bench.count("shop_tool") == 0)
    let command = try #require(bench.registry.command("shop.make"))
    let sheet = try SheetImport(command: command, sheet: Sheet(Array("name,weight,province\n\"\(text)\",5,IR-27\n".utf8)))
    #expect(try sheet.run(bench.runtime, bench.context(maker)).refused.count == 1)
    #expect(try bench.count("shop_tool") == 0)
  }
}
