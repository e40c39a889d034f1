/// What people write wrong in `Config/`. The mark `‸` stands before the place where it is wrong and belongs to no file.
enum ConfigMistakes {
  /// An entry of a list, in a file that is right otherwise.
  struct Entry {
    let file: String
    let text: String
    let code: String
    /// `rule.parameter` or module, where the mistake is about one.
    let subject: String?

    init(_ file: String, _ text: String, _ code: String, _ subject: String? = nil) {
      (self.file, self.text, self.code, self.subject) = (file, text, code, subject)
    }
  }

  /// A file that is wrong as a whole.
  struct File {
    let name: String
    let text: String
    let code: String
  }

  private static let good = #"from: "1404/01/01", source: "order""#
  private static let age = #"rule: "groups.member-eligibility", parameter: "minimumAge""#

  static let values: [Entry] = [
    Entry(
      "IR-01", #"{ rule: ‸"groups.member-eligibilty", parameter: "minimumAge", value: 15, \#(good) }"#, "configuration.rule",
      "groups.member-eligibilty.minimumAge"),
    Entry(
      "IR-01", #"{ rule: "groups.member-eligibility", parameter: ‸"minimumage", value: 15, \#(good) }"#, "configuration.parameter",
      "groups.member-eligibility.minimumage"),
    Entry("IR-01", #"{ \#(age), value: ‸-7, \#(good) }"#, "parameter.bounds", "groups.member-eligibility.minimumAge"),
    Entry("IR-02", #"{ \#(age), value: ‸999999999, \#(good) }"#, "parameter.bounds", "groups.member-eligibility.minimumAge"),
    Entry(
      "IR-02", #"{ rule: "training.settlement", parameter: "costPerHead", value: ‸-6000000, \#(good) }"#, "parameter.bounds",
      "training.settlement.costPerHead"),
    Entry(
      "IR-02", #"{ rule: "institutes.founding-board", parameter: "minimumFounders", value: ‸0, \#(good) }"#, "parameter.bounds",
      "institutes.founding-board.minimumFounders"),
    Entry(
      "IR-02", #"{ rule: "training.completion", parameter: "minimumShare", value: ‸25000, \#(good) }"#, "parameter.bounds",
      "training.completion.minimumShare"),
    Entry(
      "IR-02", #"{ rule: "institutes.licence-term", parameter: "years", value: ‸999999999, \#(good) }"#, "parameter.bounds",
      "institutes.licence-term.years"),
    Entry("IR-03", #"{ \#(age), value: ‸"15", \#(good) }"#, "field.kind", "groups.member-eligibility.minimumAge"),
    Entry("IR-04", #"{ \#(age), value: ‸true, \#(good) }"#, "field.kind", "groups.member-eligibility.minimumAge"),
    Entry("IR-05", #"{ \#(age), value: ‸[15], \#(good) }"#, "field.kind", "groups.member-eligibility.minimumAge"),
    Entry("IR-06", #"{ \#(age), value: ‸{ years: 15 }, \#(good) }"#, "field.kind", "groups.member-eligibility.minimumAge"),
    Entry("IR-07", #"{ \#(age), value: ‸null, \#(good) }"#, "config.null"),
    Entry(
      "IR-07", #"{ rule: "training.settlement", parameter: "costBearer", value: ‸"nobody", \#(good) }"#, "field.choice",
      "training.settlement.costBearer"),
    Entry(
      "IR-07", #"{ rule: "healthbases.renewal-reminders", parameter: "daysBefore", value: ‸[], \#(good) }"#, "parameter.entries",
      "healthbases.renewal-reminders.daysBefore"),
    Entry(
      "IR-08", #"{ rule: "healthbases.renewal-reminders", parameter: "daysBefore", value: ‸[30, 30], \#(good) }"#, "parameter.twice",
      "healthbases.renewal-reminders.daysBefore"),
    Entry(
      "IR-09", #"{ rule: "healthbases.renewal-reminders", parameter: "daysBefore", value: ‸[30, -1], \#(good) }"#, "parameter.bounds",
      "healthbases.renewal-reminders.daysBefore"),
    Entry(
      "IR-10", #"{ rule: "healthbases.renewal-reminders", parameter: "daysBefore", value: ‸["month"], \#(good) }"#, "field.kind",
      "healthbases.renewal-reminders.daysBefore"),
    Entry(
      "IR-10", #"{ rule: "institutes.enquiries-answered", parameter: "agencies", value: ‸["polise"], \#(good) }"#, "parameter.choice",
      "institutes.enquiries-answered.agencies"),
    Entry(
      "IR-10", #"{ rule: "deadlines.deadline-warnings", parameter: "roles", value: ‸["officer"], \#(good) }"#, "parameter.choice",
      "deadlines.deadline-warnings.roles"),
    Entry("IR-11", #"‸{ parameter: "minimumAge", value: 15, \#(good) }"#, "config.missing"),
    Entry("IR-11", #"‸{ rule: "groups.member-eligibility", value: 15, \#(good) }"#, "config.missing"),
    Entry("IR-11", #"‸{ \#(age), \#(good) }"#, "config.missing"),
    Entry("IR-11", #"‸{ \#(age), value: 15, source: "order" }"#, "config.missing"),
    Entry("IR-11", #"‸{ \#(age), value: 15, from: "1404/01/01" }"#, "config.missing"),
    Entry("IR-12", #"{ \#(age), value: 15, from: "1404/01/01", source: ‸"" }"#, "config.empty"),
    Entry("IR-12", #"{ \#(age), value: 15, from: "1404/01/01", source: ‸"  " }"#, "config.empty"),
    Entry("IR-12", #"{ \#(age), value: 15, from: "1404/01/01", source: ‸null }"#, "config.null"),
    Entry("IR-12", #"{ \#(age), value: 15, from: "1404/01/01", source: ‸7 }"#, "config.type"),
    Entry("IR-12", #"{ \#(age), value: 15, from: ‸"1405/13/01", source: "order" }"#, "config.day"),
    Entry("IR-12", #"{ \#(age), value: 15, from: ‸"1404/12/30", source: "order" }"#, "config.day"),
    Entry("IR-12", #"{ \#(age), value: 15, from: ‸14050101, source: "order" }"#, "config.type"),
    Entry("IR-12", #"{ \#(age), value: 15, from: ‸null, source: "order" }"#, "config.null"),
    Entry("IR-12", #"{ \#(age), value: 15, from: ‸"first of Mehr", source: "order" }"#, "config.day"),
    Entry("national", #"{ \#(age), value: 15, \#(good), ‸islocked: true }"#, "config.unknown-name"),
    Entry("IR-13", #"{ \#(age), value: 15, \#(good), ‸note: "temporary" }"#, "config.unknown-name"),
    Entry("IR-14", #"{ \#(age), value: 15, ‸value: 16, \#(good) }"#, "config.duplicate-name"),
    Entry("national", #"{ rule: "training.national-plan", parameter: "total", value: 3000, \#(good), isLocked: ‸"yes" }"#, "config.type"),
    Entry("IR-16", #"{ \#(age), value: 15, \#(good), ‸isLocked: true }"#, "config.provincial-lock"),
    Entry("IR-17", #"{ \#(age), value: 15, \#(good), isLocked: ‸null }"#, "config.type"),
    Entry("IR-17", #"‸"minimumAge""#, "config.type"),
    Entry("IR-17", #"‸null"#, "config.type"),
    Entry("IR-17", #"‸[]"#, "config.type"),
    Entry("IR-18", #"{ rule: "institutes.licence-term", parameter: "years", value: 2, \#(good) }"#, ""),
    Entry(
      "IR-18", #"{ rule: "institutes.licence-term", parameter: "years", value: 3, from: ‸"1404/01/01", source: "order" }"#,
      "configuration.twice", "institutes.licence-term.years"),
    Entry("national", #"{ rule: "training.completion", parameter: "minimumShare", value: 80, \#(good), isLocked: true }"#, ""),
    Entry(
      "IR-19", #"{ rule: "training.completion", parameter: "minimumShare", value: 85, from: ‸"1404/02/01", source: "order" }"#,
      "configuration.locked", "training.completion.minimumShare"),
  ]

  static let switches: [Entry] = [
    Entry("IR-20", #"{ module: ‸"group", \#(good) }"#, "configuration.module", "group"),
    Entry("IR-20", #"{ module: ‸"people", \#(good) }"#, "configuration.module", "people"),
    Entry("IR-20", #"‸{ \#(good) }"#, "config.missing"),
    Entry("IR-20", #"{ module: "mobilisation", \#(good), isOn: ‸"no" }"#, "config.type"),
    Entry("IR-20", #"{ module: "mobilisation", \#(good), isOn: ‸null }"#, "config.type"),
    Entry("IR-20", #"‸{ module: "mobilisation", from: "1404/01/01" }"#, "config.missing"),
    Entry("IR-20", #"‸{ module: "mobilisation", source: "order" }"#, "config.missing"),
    Entry("IR-20", #"{ module: "mobilisation", \#(good), ‸ison: false }"#, "config.unknown-name"),
    Entry("IR-20", #"{ module: "mobilisation", from: "1404/02/01", ‸from: "1404/02/02", source: "order" }"#, "config.duplicate-name"),
    Entry("IR-21", #"{ module: "healthbases", from: ‸"1404/01/01", source: "order" }"#, "configuration.module-missing", "healthbases"),
    Entry("IR-22", #"{ module: "mobilisation", \#(good) }"#, ""),
    Entry("IR-22", #"{ module: "training", \#(good) }"#, ""),
    Entry("IR-22", #"{ module: "groups", from: ‸"1404/01/01", source: "order" }"#, "configuration.module-missing", "groups"),
    Entry(
      "IR-22", #"{ module: "training", isOn: false, from: ‸"1404/06/01", source: "order" }"#, "configuration.module-needed", "training"),
    Entry("IR-23", #"{ module: "mobilisation", \#(good) }"#, ""),
    Entry(
      "IR-23", #"{ module: "mobilisation", isOn: false, from: ‸"1404/01/01", source: "order" }"#, "configuration.twice", "mobilisation"),
  ]

  static let files: [File] = [
    File(name: "provinces/IR-24.json5", text: "{ province: \"IR-24\",\n  modules: [] ‸parameters: [] }", code: "config.syntax"),
    File(name: "provinces/IR-25.json5", text: "{ province: ‸\"IR-25,\n  modules: [] }", code: "config.syntax"),
    File(name: "provinces/IR-26.json5", text: "{ province: \"IR-26\" } ‸/* never closed", code: "config.syntax"),
    File(name: "provinces/IR-27.json5", text: "{ province: ‸golestan }", code: "config.syntax"),
    File(
      name: "provinces/IR-28.json5",
      text: "{ province: \"IR-28\", parameters: [{ rule: \"training.completion\", parameter: \"minimumShare\", value: ‸0.75 }] }",
      code: "config.syntax"),
    File(name: "provinces/IR-29.json5", text: "{ province: \"IR-29\", parameters: [‸99999999999999999999] }", code: "config.syntax"),
    File(name: "provinces/IR-30.json5", text: "{ province: \"IR-30\", modules: [‸007] }", code: "config.syntax"),
    File(name: "provinces/IR-00.json5", text: "{ province: \"IR-00\" }\n‸}", code: "config.syntax"),
    File(name: "provinces/IR-15.json5", text: "{ province: ‸\"IR-16\" }", code: "config.other-province"),
  ]
  static let strangers: [File] = [
    File(name: "provinces/IR-99.json5", text: "‸{}", code: "config.file-name"),
    File(name: "provinces/IR-05.json", text: "‸{}", code: "config.file-name"),
  ]
  /// Each in a folder of its own, where there is nothing else but a file of the nation.
  static let alone: [File] = [
    File(name: "provinces/IR-05.json5", text: "‸{ modules: [] }", code: "config.province-missing"),
    File(name: "provinces/IR-05.json5", text: "{ province: \"IR-05\", ‸params: [] }", code: "config.unknown-name"),
    File(name: "provinces/IR-05.json5", text: "{ province: \"IR-05\", modules: ‸null }", code: "config.type"),
    File(name: "provinces/IR-05.json5", text: "{ province: \"IR-05\", modules: ‸{ groups: true } }", code: "config.type"),
    File(name: "provinces/IR-05.json5", text: "‸[]", code: "config.type"),
    File(name: "provinces/IR-05.json5", text: "{ province: \"IR-05\", ‸province: \"IR-05\" }", code: "config.duplicate-name"),
    File(name: "provinces/IR-05.json5", text: "{ province: ‸Infinity }", code: "config.syntax"),
    File(name: "provinces/IR-05.json5", text: "‸", code: "config.syntax"),
    File(name: "national.json5", text: "{ ‸province: \"IR-05\" }", code: "config.province-unwanted"),
  ]

  static var count: Int {
    (values + switches).filter { !$0.code.isEmpty }.count + files.count + strangers.count + alone.count
  }
}
