import Feature
import Testing
import Values

@testable import Engine

@Suite struct `A template of a sheet` {
  @Test(arguments: Language.allCases)
  func `has a title for every field of every action, and each is read back as that field`(language: Language) throws {
    let registry = try Installed.registry()
    let actions = registry.commands.filter { $0.kind == .action && !$0.isSlow }
    #expect(actions.count > 60)
    var named = 0
    for action in actions where !action.fields.isEmpty {
      let titles = try SheetTemplate(action, in: language).titles
      let sheet = try Sheet(Array(titles.utf8))
      let columns = try SheetColumns(sheet.columns, of: action, SheetOptions())
      #expect(Set(columns.fields.map(\.field.name)) == Set(action.fields.map(\.name)), "\(action.spec.id)")
      named += zip(sheet.columns, columns.fields).count { $0.title != $1.field.name }
    }
    #expect(named > (language == .fa ? 200 : 60), "people read labels, not names of fields")
  }

  @Test func `knows no column of another field by a common word`() throws {
    let register = try #require(try Installed.registry().command("people.register"))
    for (title, field) in [
      ("کد‌ملي", "nationalID"), ("NATIONAL_ID", "nationalID"), ("موبایل", "mobile"), ("تلفن همراه", "mobile"), ("نام", "firstName"),
      ("نام خانوادگي", "familyName"), ("استان:", "province"), ("شهرستان", "county"), ("تاريخ تولد", "birth"), ("Birth Date", "birth"),
    ] {
      let columns = try SheetColumns([.init(place: 0, title: title)], of: register, SheetOptions())
      #expect(columns.fields.map(\.field.name) == [field], "\(title)")
    }
    // In brackets may stand whose it is.
    for title in ["کد ملی (پدر)", "موبایل (ولی)", "نام، نام خانوادگی"] {
      #expect(throws: Refusal.self, "\(title)") { try SheetColumns([.init(place: 0, title: title)], of: register, SheetOptions()) }
    }
  }
}
