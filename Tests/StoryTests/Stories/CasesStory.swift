import Contracts
import Engine
import Feature
import Jalali
import Ledger
import Persian
import Store
import Testing
import Values

@testable import Console
@testable import Host

/// `show`, `trace` and `tasks` over the road of one neighbourhood: everything with a code, for the officers of the province,
/// of another province and of another county.
@Suite struct CasesStory {
  private let store: StoryStore
  private let runtime: Runtime

  init() throws {
    store = try WalkedRoad.golestan.get().store
    runtime = store.runtime
  }

  /// Somebody with every post of a region.
  private func officer(_ scope: Scope, _ number: Int64 = 950) -> Principal {
    let roles = Role.all.filter { !["national.admin", "national.observer", "auditor"].contains($0.id) }
    return Principal(
      id: "u\(number)", staff: number, name: "officer", grants: roles.map { .init(role: $0.id, scope: scope) }, session: "story")
  }

  private func ask(_ id: String, _ input: KeyValuePairs<String, Value>, as principal: Principal) throws -> Value {
    let command = try #require(runtime.registry.command(id))
    let given = try Field.conform(.record(input), to: command.fields, mode: .typed)
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "story", host: "", session: ""), request: "story")
    return try runtime.answer(command, given, context, reader: runtime.openReader())
  }

  private struct Coded { let object: String, code: String, county: Int64?, table: String }

  private func coded() throws -> [Coded] {
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    return try runtime.registry.tables.all.filter { layout in
      ["code", "province"].allSatisfy { name in layout.columns.contains { $0.name == name } } && layout.table.isAudited
    }.flatMap { layout in
      let county = layout.columns.contains { $0.name == "county" } ? "county" : "NULL"
      return try connection.privileged(
        text: "SELECT id, code, \(county) FROM \(layout.table.name) WHERE province='IR-27' ORDER BY id LIMIT 4"
      ).all().map { row in
        Coded(
          object: "\(layout.entity.object)/\(row[0].integer ?? 0)", code: row[1].string ?? "", county: row[2].integer,
          table: layout.table.name)
      }
    }
  }

  private func isNotFound(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch { return (error as? Refusal)?.code == "not-found" }
  }

  @Test func `a task says what stands against its step, as the page of the thing does`() throws {
    var tried = 0
    for role in Role.all where !["national.admin", "national.observer", "auditor"].contains(role.id) {
      let principal = Principal(
        id: "u960", staff: 960, name: "officer", grants: [.init(role: role.id, scope: .province("IR-27"))], session: "story")
      for task in try ask("cases.tasks", [:], as: principal)["items"]?.items ?? [] {
        let shown = try ask("cases.show", ["code": task["object"] ?? .null], as: principal)
        let action = task["actions"]?.items.first?["code"]
        let step = try #require(shown["next"]?.items.first { $0["action"]?["code"] == action && $0["isPermitted"] == true })
        #expect(task["against"]?.items == step["against"]?.items, "\(role.id) \(task)")
        tried += 1
      }
    }
    #expect(tried > 3)
  }

  @Test func `nobody is asked to sight what was sighted, and the page of it waits for nothing of the kind`() throws {
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    let filed = "SELECT code FROM documents_document WHERE state = 'filed' AND sighted_on IS"
    let sighted = try connection.privileged(text: "\(filed) NOT NULL LIMIT 20").all().compactMap { $0[0].string }
    let open = try connection.privileged(text: "\(filed) NULL").all().compactMap { $0[0].string }
    #expect(!sighted.isEmpty)
    let home = officer(.province("IR-27"))
    let asked = try ask("cases.tasks", ["step": "documents.sight", "limit": 500], as: home)["items"]?.items ?? []
    let codes = asked.compactMap { $0["code"]?.string }
    #expect(Set(codes).isSubset(of: open), "\(codes)")
    for code in sighted {
      let steps = try ask("cases.show", ["code": .text(code)], as: home)["next"]?.items ?? []
      let sighting = steps.first { $0["move"]?["code"] == "sight" }
      #expect(sighting?["isAwaited"] == false, "\(code)")
    }
  }

  @Test func `no field of a page is told as it is stored, and a row out of reach is told by nothing`() throws {
    let (home, county) = (officer(.province("IR-27")), officer(.county("IR-27", 77)))
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    let kinds = runtime.registry.tables.all.filter { $0.table.isAudited }
    var told = 0
    for layout in kinds {
      for row in try connection.privileged(text: "SELECT id FROM \(layout.table.name) ORDER BY id LIMIT 3").all() {
        let object = "\(layout.entity.object)/\(row[0].integer ?? 0)"
        for principal in [home, county] {
          let page: Value
          do { page = try ask("cases.show", ["code": .text(object)], as: principal) } catch is Refusal { continue }
          // The occasion of a notice is a key, which the list of notices has always told.
          for line in page["fields"]?.items ?? [] where line["name"] != "key" {
            for text in [line["textFa"]?.string, line["textEn"]?.string].compactMap(\.self) {
              told += 1
              #expect(!text.contains("{\"") && !text.contains("[\"") && !text.contains("Jalali"), "\(object) \(line)")
              #expect(!kinds.contains { text.hasPrefix($0.entity.object + "/") }, "\(object) \(line)")
            }
          }
        }
      }
    }
    #expect(told > 200)
  }

  @Test func `a thing is shown by what else it is called, and what several are called is told with their codes`() throws {
    let home = officer(.province("IR-27"))
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    let county = try #require(try connection.privileged("SELECT id, statistical_code, name FROM regions_county LIMIT 1").all().first)
    let code = try #require(county[1].string)
    for name in [code, "CT-\(county[0].integer ?? 0)", "regions.county/\(county[0].integer ?? 0)"] {
      #expect(try ask("cases.show", ["code": .text(name)], as: home)["code"]?.string == code, "\(name)")
    }
    let group = try #require(
      try connection.privileged("SELECT code, name FROM groups_group WHERE province='IR-27' ORDER BY id LIMIT 1").all().first)
    let shown = try ask("cases.show", ["code": .text(try #require(group[1].string))], as: home)
    #expect(shown["code"] == group[0])
    // Whoever does not see it is told no more than of a name that nobody has.
    let stranger = officer(.province("IR-12"))
    for name in [try #require(group[1].string), "چنین‌نامی‌نیست"] {
      #expect(throws: Refusal.self) { try ask("cases.show", ["code": .text(name)], as: stranger) }
    }
  }

  @Test func `what a document, a deadline or a notice is about has its code and name, and is asked for by either`() throws {
    let home = officer(.province("IR-27"))
    for list in ["documents.list", "deadlines.list", "enquiries.list"] {
      let all = try #require(try ask(list, [:], as: home)["items"]?.items)
      let first = try #require(all.first { $0["objectRef"] != nil }, "\(list)")
      #expect(all.allSatisfy { $0["objectRef"]?["code"]?.string != nil }, "\(list)")
      let code = try #require(first["objectRef"]?["code"])
      let (byCode, byName) = try (
        ask(list, ["object": code], as: home)["items"]?.items, ask(list, ["object": first["object"] ?? .null], as: home)["items"]?.items
      )
      #expect(byCode == byName && byCode?.isEmpty == false && byCode?.allSatisfy { $0["object"] == first["object"] } == true, "\(list)")
      #expect(try ask(list, ["object": "GR-12-1399-0001"], as: home)["items"]?.items == [], "\(list)")
    }
  }

  @Test func `everything that has a code is shown and traced at home, and does not exist elsewhere`() throws {
    let (home, stranger, neighbour) = (officer(.province("IR-27")), officer(.province("IR-12")), officer(.county("IR-27", 77)))
    let things = try coded()
    #expect(Set(things.map(\.table)).count >= 12, "\(Set(things.map(\.table)))")
    for thing in things {
      let shown = try ask("cases.show", ["code": .text(thing.code)], as: home)
      #expect(shown["object"]?.string == thing.object && shown["code"]?.string == thing.code, "\(thing)")
      let byName = try ask("cases.show", ["code": .text(thing.object)], as: home)
      #expect(byName["code"]?.string == thing.code)
      #expect((shown["eventCount"]?.integer ?? 0) > 0, "\(thing.code) has a past")
      for label in [shown["kind"], shown["module"]] + (shown["next"]?.items.map { $0["move"] } ?? []) {
        #expect(label?["fa"]?.string?.isEmpty == false && label?["en"]?.string?.isEmpty == false, "\(thing)")
      }
      let traced = try ask("cases.trace", ["code": .text(thing.code)], as: home)
      #expect(traced["steps"]?.items.contains { $0["object"]?.string == thing.object } == true, "\(thing)")
      for name in [thing.code, thing.object] {
        for command in ["cases.show", "cases.trace"] {
          #expect(isNotFound { _ = try ask(command, ["code": .text(name)], as: stranger) }, "\(command) \(name)")
          guard thing.county != nil else { continue }
          #expect(isNotFound { _ = try ask(command, ["code": .text(name)], as: neighbour) }, "\(command) \(name)")
        }
      }
    }
  }

  @Test func `what another province holds is refused in the words of what never was`() throws {
    let stranger = officer(.province("IR-12"))
    func words(_ code: String) throws -> Refusal? {
      do {
        _ = try ask("cases.show", ["code": .text(code)], as: stranger)
        return nil
      } catch { return error as? Refusal }
    }
    let there = try #require(try coded().first { $0.table == "groups_group" })
    let (known, unknown) = (try words(there.code), try words("GR-27-1399-0999"))
    #expect(known?.code == unknown?.code && known?.texts == unknown?.texts && known != nil)
  }

  @Test func `the road is walked from the gathering to the measured year, and back`() throws {
    let home = officer(.province("IR-27"))
    func kinds(_ name: String) throws -> [String] {
      let steps = try ask("cases.trace", ["code": .text(name)], as: home)["steps"]?.items ?? []
      return steps.compactMap { $0["kind"]?["code"]?.string }
    }
    let there = try kinds("mobilisation.gathering/1")
    let road = [
      "regions.neighbourhood", "mobilisation.gathering", "groups.group", "mobilisation.ranking", "groups.plan", "institutes.institute",
      "institutes.principle", "institutes.licence", "healthbases.base", "healthbases.agreement", "healthbases.outcome",
      "monitoring.measurement",
    ]
    for kind in road { #expect(there.contains(kind), "\(kind) is missing: \(there)") }
    let order = there.compactMap { road.firstIndex(of: $0) }
    #expect(order == order.sorted(), "\(there)")
    let back = try kinds("monitoring.measurement/1")
    for kind in road { #expect(back.contains(kind), "\(kind) is missing on the way back: \(back)") }
    // Whoever may see groups only walks as far as they may see, and nobody where nothing is theirs.
    let facilitator = Principal(
      id: "u951", staff: 951, name: "f", grants: [.init(role: "facilitator", scope: .province("IR-27"))], session: "story")
    #expect(throws: Refusal.self) { try ask("cases.trace", ["code": "mobilisation.gathering/1"], as: facilitator) }
    let groups = Principal(
      id: "u951", staff: 951, name: "n", grants: [.init(role: "ngo.officer", scope: .province("IR-27"))], session: "story")
    let seen = try ask("cases.trace", ["code": "mobilisation.gathering/1"], as: groups)["steps"]?.items ?? []
    #expect(!seen.isEmpty && seen.count <= there.count)
  }

  @Test func `the road of a part is that of its whole, and that of a document is the road of what it is about`() throws {
    let home = officer(.province("IR-27"))
    let connection = try Connection(path: runtime.folder.database, mode: .reader)
    var asked = 0
    for (table, goal) in [
      ("groups_plan", "institutes.institute"), ("groups_project", "institutes.institute"),
      ("mobilisation_ranking", "institutes.institute"), ("institutes_licence", "mobilisation.gathering"),
      ("documents_document WHERE object LIKE 'institutes.%'", "mobilisation.gathering"),
      ("enquiries_enquiry WHERE object LIKE 'institutes.%'", "mobilisation.gathering"),
      ("deadlines_deadline WHERE object LIKE 'groups.group/%'", "mobilisation.gathering"),
    ] {
      let name = table.prefix { $0 != " " }
      let layout = try #require(runtime.registry.tables.all.first { $0.table.name == name })
      let row = try #require(
        try connection.privileged(text: "SELECT id FROM \(table) ORDER BY id LIMIT 1").all().first?[0].integer, "\(table)")
      let road = try ask("cases.trace", ["code": .text("\(layout.entity.object)/\(row)")], as: home)
      let steps = road["steps"]?.items ?? []
      #expect(steps.contains { $0["kind"]?["code"]?.string == goal }, "\(table): \(steps.compactMap { $0["object"]?.string })")
      #expect(steps.count { $0["relation"] == "itself" } == 1)
      #expect(Set(steps.compactMap { $0["object"]?.string }).count == steps.count)
      asked += 1
    }
    #expect(asked == 7)
  }

  @Test(arguments: [("module", "nonsense", "module.unknown"), ("step", "groups.nonsense", "action.unknown")])
  func `tasks of what there is not are refused`(_ field: String, _ name: String, _ code: String) throws {
    let refusal = #expect(throws: Refusal.self) {
      try ask("cases.tasks", field == "module" ? ["module": .text(name)] : ["step": .text(name)], as: officer(.province("IR-27")))
    }
    #expect(refusal?.faults.first?.code == code)
  }

  @Test func `a licence stands as its institute does, in its list and on its page`() throws {
    let home = officer(.province("IR-27"))
    let listed = try ask("institutes.licences", [:], as: home)["items"]?.items ?? []
    #expect(!listed.isEmpty)
    for licence in listed {
      let page = try ask("cases.show", ["code": licence["code"] ?? .null], as: home)
      #expect(page["state"]?["code"] == licence["state"], "\(licence)")
      let permitted = (page["next"]?.items ?? []).filter { $0["isPermitted"] == true }
      #expect(permitted.allSatisfy { $0["about"] == licence["institute"] }, "\(permitted)")
      let same = try ask("institutes.licences", ["state": licence["state"] ?? .null], as: home)["items"]?.items ?? []
      #expect(same.contains { $0["code"] == licence["code"] })
    }
  }

  @Test func `what happened is told with day, name and step, and nobody's name outside the region`() throws {
    let group = try #require(try coded().first { $0.table == "groups_group" })
    let events = try ask("cases.show", ["code": .text(group.code)], as: officer(.province("IR-27")))["events"]?.items ?? []
    #expect(events.contains { $0["action"]?["code"]?.string == "groups.accept" || $0["state"]?["code"]?.string == "forming" })
    #expect(events.contains { $0["actorName"]?.string?.contains("گلستان") == true })
    #expect(events.allSatisfy { $0["day"] != nil && $0["day"]?.isNull == false && $0["time"]?.string?.hasPrefix("140") == true })
    let nation = officer(.nation)
    let far = try ask("cases.show", ["code": .text(group.code)], as: nation)["eventCount"]
    #expect(far?.integer == Int64(events.count))
  }

  @Test func `tasks are those of one's region and rights, the most urgent first`() throws {
    let home = try ask("cases.tasks", ["limit": 500], as: officer(.province("IR-27")))
    let items = home["items"]?.items ?? []
    #expect(Int64(items.count) == home["total"]?.integer && home["isWhole"] == true)
    #expect(items.allSatisfy { $0["province"]?.string == "IR-27" && $0["actions"]?.items.isEmpty == false })
    #expect(try ask("cases.tasks", [:], as: officer(.province("IR-12")))["total"]?.integer == 0)
    let days = items.map { task -> Int in
      if case .day(let day)? = task["lastDay"] { day.number } else { .max }
    }
    #expect(days == days.sorted())
    let urgencies = items.compactMap { $0["urgency"]?.string }
    let order = urgencies.compactMap { ["dated", "decision", "waiting"].firstIndex(of: $0) }
    #expect(order.count == items.count && order == order.sorted(), "\(urgencies)")
    let counts = home["counts"]?.items ?? []
    #expect(counts.compactMap { $0["count"]?.integer }.reduce(0, +) == Int64(items.count))
    let step = try #require(items.last?["actions"]?.items.first?["code"])
    let some = try ask("cases.tasks", ["step": step, "limit": 500], as: officer(.province("IR-27")))["items"]?.items ?? []
    func waits(_ task: Value, for step: Value) -> Bool { task["actions"]?.items.contains { $0["code"] == step } == true }
    #expect(!some.isEmpty && some.allSatisfy { waits($0, for: step) } && some.count == items.filter { waits($0, for: step) }.count)
    #expect(throws: Refusal.self) { try ask("cases.tasks", ["limit": 501], as: officer(.nation)) }
  }

  @Test(arguments: Language.allCases)
  func `the console says all of it in its reader's language within eighty columns`(language: Language) throws {
    let home = officer(.province("IR-27"))
    let style = Style(direction: .isolate, language: language)
    func json(_ value: Value) throws -> Value { try JSONReader.read(JSONWriter.write(value)) }
    func check(_ text: String, _ subject: String) {
      for line in text.split(separator: "\n") { #expect(PersianText.displayWidth(String(line)) <= 80, "\(subject): \(line)") }
      #expect(!text.contains("\\u{"), "\(subject)")
      let (own, foreign) = language == .fa ? ("آنچه گذشت", "what happened") : ("what happened", "آنچه گذشت")
      #expect(!text.contains(foreign) && (!subject.hasPrefix("show") || text.contains(own)), "\(subject)")
    }
    for thing in try coded() {
      let show = try json(try ask("cases.show", ["code": .text(thing.code)], as: home))
      let shown = CaseLines(style).shown(show)
      check(shown, "show \(thing.code)")
      // The first line names the kind in the one language and not in the other.
      let heading = shown.prefix { $0 != "\n" }
      let kind = try #require(show["kind"])
      #expect(heading.contains(kind.word(in: language)) && !heading.contains(kind.word(in: language == .fa ? .en : .fa)), "\(heading)")
      check(CaseLines(style).traced(try json(try ask("cases.trace", ["code": .text(thing.code)], as: home))), "trace \(thing.code)")
    }
    let tasks = try json(try ask("cases.tasks", ["limit": 500], as: home))
    for isFolded in [true, false] { check(TaskLines(style, isFolded: isFolded).text(tasks), "tasks") }
  }
}
