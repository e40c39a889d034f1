import Engine
import Feature
import Testing

@testable import Console

@Suite struct HistoryTests {
  private func mayStore(_ line: String) throws -> Bool {
    HistoryFilter(commandTable: CommandTable(try FakeClient().catalogue())).mayStore(line)
  }

  @Test(arguments: [
    "gardens plant GD-27-1405-0012 12 apple", "help gardens", "login zahra", "\\mode json",
    "gardens list province=گلستان",
    "\\watch 5 people count",
  ])
  func `ordinary lines are kept`(line: String) throws { #expect(try mayStore(line)) }

  @Test(arguments: [
    "people register علی", "people register --name=Ali", "people count city=0076229645", "people count ۰۰۷۶۲۲۹۶۴۵",
    "people count city=007-622964-5", "\\set x 09123456789", "\\set password x", "peopel register علی رضایی",
    "people count 'open", "login zahra sesame", "\\watch 5 people register Ali", "people register Ali 1 too many words",
  ])
  func `personal data, secrets and what is not understood are not`(line: String) throws { #expect(try !mayStore(line)) }

  @Test func `the file is private, holds only what may be stored, and is read again`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let history = History(path: folder.path("history"))
    history.add("people count", isStored: true)
    history.add("people register Ali", isStored: false)
    history.add("people count", isStored: true)
    history.add("people count", isStored: true)
    #expect(history.lines == ["people count", "people register Ali", "people count"])
    #expect(folder.permissions("history") == 0o600)
    #expect(History(path: folder.path("history")).lines == ["people count", "people count"])
  }

  @Test func `the search folds letters and goes back`() {
    let history = History()
    history.add("gardens list city=علی‌آباد", isStored: false)
    history.add("gardens list", isStored: false)
    #expect(history.search("علي", skipping: 0) == "gardens list city=علی‌آباد")
    #expect(history.search("gardens", skipping: 0) == "gardens list")
    #expect(history.search("gardens", skipping: 1) == "gardens list city=علی‌آباد")
    #expect(history.search("gardens", skipping: 2) == nil)
  }
}
