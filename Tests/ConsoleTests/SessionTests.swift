import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct SessionTests {
  struct Lost: Error {}

  @Test(arguments: [
    (Refusal.Kind.rule, ExitCode.failed), (.notFound, .failed), (.conflict, .failed), (.preconditionFailed, .failed),
    (.malformed, .usage), (.unauthenticated, .denied), (.forbidden, .denied), (.unavailable, .unreachable),
    (.tooMany, .unreachable),
  ])
  func `a refusal's kind decides the exit code`(kind: Refusal.Kind, status: ExitCode) {
    let bench = Bench()
    bench.client.refusals["people.count"] = Refusal(kind, "some.code", Texts("نه", "no"))
    #expect(bench.run("people count") == status)
  }

  @Test func `a lost connection is 5, a broken chain 6, success 0, nonsense 2`() {
    let bench = Bench()
    bench.client.refusals["people.count"] = Lost()
    #expect(bench.run("people count") == .unreachable)
    bench.client.refusals["people.count"] = Refusal(.conflict, "integrity.chain", Texts("شکسته", "broken"))
    #expect(bench.run("people count") == .integrity)
    #expect(bench.run("gardens list") == .ok)
    #expect(bench.run("gardens 'open") == .usage)
    #expect(bench.run("\\nothing") == .usage)
  }

  @Test(arguments: Language.allCases)
  func `an error speaks its reader's language and tells its fields, as a problem object it keeps both`(language: Language) throws {
    let bench = Bench { $0.language = language }
    let fault = FieldFault("/city", "field.bad", Texts("شهر نادرست", "wrong city"))
    bench.client.refusals["people.count"] = Refusal(
      .rule, "rule.refused", Texts("نمی‌شود", "it may not be"), faults: [fault])
    bench.run("people count")
    let (persian, english) = (["نمی‌شود", "شهر نادرست", "خطا ["], ["it may not be", "wrong city", "error ["])
    for part in (language == .fa ? persian : english) + ["rule.refused", "/city"] { #expect(bench.io.err.contains(part), "\(part)") }
    for part in language == .fa ? english : persian { #expect(!bench.io.err.contains(part), "\(part)") }
    #expect(bench.io.out.isEmpty)
    bench.io.err = ""
    bench.run("people count --json")
    let problem = try JSONReader.read(Array(bench.io.err.utf8))
    #expect(problem["status"] == 422)
    #expect(problem["errors"]?.items.first?["messageFa"] == "شهر نادرست")
    #expect(problem["errors"]?.items.first?["messageEn"] == "wrong city" && problem["detail"] == "نمی‌شود")
    bench.io.err = ""
    bench.run("\\errverbose")
    #expect(try JSONReader.read(Array(bench.io.err.utf8)) == problem)
  }

  @Test func `an action carries a fresh key, tells its audit number, and a dry run neither`() throws {
    let bench = Bench()
    bench.client.answers["gardens.plant"] = ClientResponse(value: .record(["code": "GD-1"]), entry: 42)
    bench.run("gardens plant 1 2 apple")
    bench.run("gardens plant 1 2 apple")
    bench.run("dryrun gardens plant 1 2 apple")
    let keys = bench.client.runs.map(\.options.idempotencyKey)
    #expect(keys[0] != nil && keys[0] != keys[1] && keys[2] == nil)
    #expect(bench.client.runs.map(\.options.dryRun) == [false, false, true])
    #expect(bench.io.err.contains("#42"))
  }

  @Test func `all pages are fetched with the cursor, and a repeated cursor ends it`() {
    let bench = Bench { $0.mode = .jsonl }
    func page(_ n: Int64, _ next: Value) -> Value { .record(["items": [.record(["n": .int(n)])], "next": next]) }
    bench.client.pages = [page(1, "a"), page(2, "b"), page(3, .null)]
    bench.run("gardens list province=IR-27 --all")
    #expect(bench.io.out == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
    #expect(bench.client.runs.map { $0.input["cursor"] } == [nil, "a", "b"])
    #expect(bench.client.runs.allSatisfy { $0.input["province"] == "IR-27" && $0.input["limit"] == 500 })
    bench.client.pages = [page(1, "a"), page(2, "a"), page(3, "a")]
    bench.run("gardens list --all")
    #expect(bench.client.pages.count == 1)
  }

  @Test func `settings, variables and descriptions`() {
    let bench = Bench()
    #expect(bench.run("\\set place IR-27") == .ok)
    bench.run("gardens list province=:place")
    #expect(bench.client.runs.last?.input == .record(["province": "IR-27"]))
    #expect(bench.run("\\mode csv") == .ok)
    #expect(bench.run("\\mode paper") == .usage)
    bench.io.out = ""
    bench.run("\\d")
    #expect(bench.io.out.hasPrefix("module,actions,queries,things,en,fa\r\ngardens,3,1,garden,"))
    bench.io.out = ""
    bench.run("\\d gardens plant")
    #expect(bench.io.out.contains("garden,GD-…,path"))
    #expect(bench.run("\\d nowhere") == .usage)
    #expect(bench.run("\\dr") == .ok)
    #expect(bench.client.runs.last?.id == "configuration.rules")
    bench.io.out = ""
    bench.run("\\dp")
    #expect(bench.io.out.contains("gardens.write,gardens plant,"))
  }

  @Test func `the rules at a glance are a short table in table mode and the whole answer in every other`() {
    let bench = Bench()
    let line: Value = .record([
      "rule": "gardens.term", "value": .text(String(repeating: "7", count: 50)), "from": .null, "citationEn": "somewhere",
    ])
    bench.client.answers["configuration.rules"] = ClientResponse(value: .record(["items": .list([line])]), entry: nil)
    #expect(bench.run("\\dr") == .ok)
    #expect(bench.io.out.contains("│ " + String(repeating: "7", count: 31) + "…") && !bench.io.out.contains("citation"))
    bench.io.out = ""
    #expect(bench.run("\\dr --json") == .ok)
    #expect(bench.io.out.contains(String(repeating: "7", count: 50)) && bench.io.out.contains("somewhere"))
    #expect(bench.run("\\dr nothing=1") == .usage)
  }

  @Test(arguments: Language.allCases)
  func `a refusal advises in its reader's language within 80 columns, with what is typed`(language: Language) {
    let bench = Bench { $0.language = language }
    var no = Refusal(.rule, "rule.refused", Texts("نمی‌شود", "it may not be"))
    let long = "Read how the garden stands now, and only then send what you wanted to send, with the figures that you have read."
    no.next = [
      NextStep(
        Texts("نخست ببینید باغ اکنون چگونه است و سپس همان را دوباره بفرستید.", long), command: "gardens.show",
        input: [.init("garden", "GD-1")])
    ]
    bench.client.refusals["people.count"] = no
    #expect(bench.run("people count") == .failed)
    let lines = bench.io.err.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("→ Read how the garden") } == (language == .en), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("→ نخست ببینید") } == (language == .fa), "\(lines)")
    #expect(lines.contains("    gardens show garden=GD-1") && lines.allSatisfy { $0.count <= 80 }, "\(lines)")
  }

  @Test func `what cannot be read leads to the help of the command, an unknown verb to that of the module`() {
    let bench = Bench()
    #expect(bench.run("gardens plant nothing=1") == .usage && bench.io.err.contains("    help gardens plant\n"), "\(bench.io.err)")
    bench.io.err = ""
    #expect(bench.run("gardens dig") == .usage && bench.io.err.contains("    help gardens\n"), "\(bench.io.err)")
  }

  @Test(arguments: Language.allCases)
  func `help of a command shows its use in its reader's language`(language: Language) {
    let bench = Bench()
    bench.run("\\lang \(language.rawValue)")
    #expect(bench.run("help gardens fell") == .ok)
    let (persian, english) = (["کاری کردن", "نمونه:", "کد پایان:", "لازم"], ["do a thing", "example:", "exit: 0 done", "needed"])
    for part in (language == .fa ? persian : english) + ["gardens fell GARDEN REASON", "gardens.write", "/gardens/{garden}/felling"] {
      #expect(bench.io.out.contains(part), "\(part)")
    }
    for part in language == .fa ? english : persian { #expect(!bench.io.out.contains(part), "\(part)") }
  }

  @Test(arguments: [("help begin", "all or nothing"), ("help \\watch", "repeat until"), ("help \\d+", "with rows")])
  func `help of the console's own words is their line`(line: String, text: String) {
    let bench = Bench()
    #expect(bench.run(line) == .ok)
    #expect(bench.io.out.contains(text) && bench.io.out.split(separator: "\n").count == 1)
    bench.run("beginn")
    #expect(bench.io.err.contains("Nearest: begin"))
  }

  @Test(arguments: Language.allCases)
  func `every remark and question is in its reader's language`(language: Language) {
    let bench = Bench { $0.language = language }
    (bench.io.canAsk, bench.io.isTerminal) = (true, true)
    bench.session.bidi = .off
    bench.client.pages = [.record(["items": .list([.record(["code": "GD-1"])]), "next": "a"])]
    bench.client.answers["gardens.fell"] = ClientResponse(value: .record(["code": "GD-1"]), entry: 42)
    bench.io.replies = ["storm", "GD-1", "no", "zahra", "sesame"]
    for line in ["gardens list", "begin", "gardens fell GD-1", "commit", "gardens close GD-1", "login"] { bench.run(line) }
    let said = bench.io.err + bench.io.asked.joined(separator: "\n")
    let persian = [
      "ردیف‌ها: 1", "ادامه دارد: --all", "هنوز ثبت نشده", "ثبت شد: #42", "تا commit ثبت نمی‌شود", "دلیل: ", "برای تأیید بنویسید GD-1",
      "کاری کردن؟ [y/N]", "تأیید نشد", "نام کاربری: ", "گذرواژه: ",
    ]
    let english = [
      "rows: 1", "there is more: --all", "not done yet", "recorded: #42", "not kept before commit", "reason: ", "to confirm, type GD-1",
      "do a thing? [y/N]", "Not confirmed", "user: ", "password: ",
    ]
    for part in language == .fa ? persian : english { #expect(said.contains(part), "\(part): \(said)") }
    for part in language == .fa ? english : persian { #expect(!said.contains(part), "\(part): \(said)") }
  }

  @Test func `jobs of a server are listed, shown and cancelled, and only looked at by a clock`() {
    let bench = Bench()
    #expect(bench.run("jobs") == .ok && bench.io.out.contains("import people.register"))
    let persian = Bench { $0.language = .fa }
    #expect(persian.run("jobs show 4") == .ok && persian.io.out.contains("انجام‌شده") && !persian.io.out.contains("state"))
    #expect(bench.run("jobs show 4") == .ok && bench.run("jobs cancel ۴") == .ok && bench.run("\\dj") == .ok)
    #expect(bench.client.cancelled == [4])
    #expect(bench.run("jobs dance") == .usage && bench.run("\\watch 1 jobs cancel 4") == .usage)
    bench.io.pausesLeft = 1
    #expect(bench.run("\\watch 1 jobs") == .ok)
    bench.client.jobState = "running"
    bench.io.pausesLeft = 3
    #expect(bench.run("jobs show 4 --follow") == .ok && bench.io.err.contains("the job goes on"))
    bench.client.jobState = "done"
    #expect(bench.run("jobs show 4 --follow") == .ok)
  }

  @Test func `only a query is watched, and until it is interrupted`() {
    let bench = Bench()
    bench.io.pausesLeft = 2
    #expect(bench.run("\\watch 5 people count") == .ok)
    #expect(bench.client.runs.count == 3)
    #expect(bench.run("\\watch 5 gardens plant 1 2 apple") == .usage)
    #expect(bench.client.runs.count == 3)
  }

  @Test func `a refused catalogue is asked for again by a command, not by every key`() {
    let bench = Bench()
    bench.client.catalogueRefusal = Refusal(.unauthenticated, "session.none", Texts("وارد نشده‌اید", "not logged in"))
    #expect(bench.run("people count") == .denied)
    for _ in 0..<5 { #expect(bench.session.commandTableOrEmpty.commands.isEmpty) }
    #expect(bench.client.catalogueCalls == 1)
    bench.client.catalogueRefusal = nil
    #expect(bench.run("people count") == .ok)
    #expect(!bench.session.commandTableOrEmpty.commands.isEmpty && bench.client.catalogueCalls == 2)
  }

  @Test func `an empty list still has its columns`() {
    let bench = Bench { $0.mode = .csv }
    bench.client.pages = [.record(["items": [], "next": .null])]
    bench.run("gardens list")
    #expect(bench.io.out == "code,name\r\n")
  }

  @Test func `a guest is told to sign in`() {
    let bench = Bench()
    bench.client.context.user = nil
    #expect(bench.run("trees list") == .denied)
    #expect(bench.io.err.contains("login USER"))
  }

  @Test func `logging in takes the password at a terminal only`() {
    let bench = Bench()
    #expect(bench.run("login zahra") == .usage)
    bench.io.canAsk = true
    #expect(bench.run("login zahra sesame") == .usage)
    bench.io.replies = ["open sesame"]
    #expect(bench.run("login zahra") == .ok)
    bench.run("logout")
    #expect(bench.client.logins == ["zahra:open sesame", "-"])
  }
}
