import Contracts
import Feature
import Store
import TestKit
import Values

/// The lesson's module with one thing left out, made on the declared values.
struct Omission: Sendable {
  /// As the page calls it.
  let what: String
  /// The law that is red.
  let law: ModuleLaw
  let module: Module
  /// Those it stands on.
  var others: [Module] = [GroupsStandIn.module]
  /// Its types, where only they tell what the value lacks.
  var written: WrittenTypes?

  static let all: [Omission] = [
    unlisted("an action in `actions`", toolshed(actions: without(RegisterTool.self))),
    unlisted("a rule in `rules`", toolshed(rules: [ToolLifecycle.self])),
    unlisted("the list in `lists`", toolshed(lists: [])),
    unlisted("a query in `queries`", ToolshedModule.module, "struct ShowTool: Query {"),
    unlisted("a nightly task in `nightly`", ToolshedModule.module, "enum RemindBorrowers: NightlyTask {"),
    .init(what: "a word in `Words.swift`", law: .words, module: toolshed(words: ["borrower": ("امانت‌گیرنده", "borrower")])),
    .init(what: "the step of the schema", law: .tables, module: toolshed(migrations: [])),
    .init(what: "the record in `records`", law: .tables, module: toolshed(records: [])),
    .init(what: "a column's comment", law: .columns, module: toolshed(migrations: [AlteredSchema.uncommented])),
    .init(what: "a column", law: .columns, module: toolshed(migrations: [AlteredSchema.incomplete])),
    .init(what: "`STRICT`", law: .columns, module: toolshed(migrations: [AlteredSchema.loose])),
    .init(what: "the index on the province", law: .indexes, module: toolshed(migrations: [AlteredSchema.unindexed])),
    .init(what: "the index on the state", law: .indexes, module: toolshed(migrations: [AlteredSchema.stateless])),
    .init(what: "the machine in `rules`", law: .machines, module: toolshed(rules: [LoanTerm.self])),
    .init(what: "the action of a step in `actions`", law: .machines, module: toolshed(actions: without(RetireTool.self))),
    .init(what: "`StatefulRecord` and its machine", law: .machines, module: toolshed(records: [PlainTool.self])),
    .init(what: "a rule's citation", law: .citations, module: toolshed(rules: [ToolLifecycle.self, UncitedTerm.self])),
    .init(what: "a rule's Persian statement", law: .citations, module: toolshed(rules: [ToolLifecycle.self, EnglishTerm.self])),
    .init(what: "a rule's `parameters`", law: .parameters, module: toolshed(rules: [ToolLifecycle.self, UndeclaredTerm.self])),
    .init(what: "`within:` of a parameter", law: .bounds, module: toolshed(rules: [ToolLifecycle.self, UnboundedTerm.self])),
    .init(what: "a standard within the bounds", law: .bounds, module: toolshed(rules: [ToolLifecycle.self, OverdoneTerm.self])),
    .init(what: "the module's name in a rule's `id`", law: .prefixes, module: toolshed(rules: [ToolLifecycle.self, StrangeTerm.self])),
    .init(
      what: "the roles of a permission", law: .permissions,
      module: toolshed(actions: without(RegisterTool.self) + [UnheldRegistration.self])),
    .init(
      what: "the input's field that the path names", law: .opens,
      module: toolshed(actions: without(TakeBackTool.self) + [AimlessReturn.self])),
    .init(
      what: "the module's name in an action's `id`", law: .opens,
      module: toolshed(actions: without(RegisterTool.self) + [StrangeRegistration.self])),
    .init(what: "the module it stands on", law: .opens, module: ToolshedModule.module, others: []),
  ]

  /// What a value does not tell by itself: that the sources have more than it names.
  private static func unlisted(_ what: String, _ module: Module, _ more: String...) -> Omission {
    Omission(what: what, law: .declared, module: module, written: try? Page.written(and: more))
  }

  /// The actions of the page but for one.
  private static func without(_ left: any Action.Type) -> [any Action.Type] {
    ToolshedModule.module.actions.filter { $0 != left }
  }

  private static func toolshed(
    words: Words? = nil, migrations: [Migration]? = nil, records: [any Record.Type]? = nil, rules: [any Rule.Type]? = nil,
    actions: [any Action.Type]? = nil, lists: [any ListQuery.Type]? = nil
  ) -> Module {
    let whole = ToolshedModule.module
    return Module(
      whole.id, whole.texts.fa, whole.texts.en, after: whole.after, words: words ?? whole.words,
      migrations: migrations ?? whole.migrations, records: records ?? whole.records, rules: rules ?? whole.rules,
      actions: actions ?? whole.actions, lists: lists ?? whole.lists)
  }
}

private protocol AlteredTerm: Rule where Parameters == LoanTerm.Parameters, Facts == LoanTerm.Facts, Objection == LoanTerm.Objection {}

extension AlteredTerm {
  static var id: String { LoanTerm.id }
  static var texts: Texts { LoanTerm.texts }
  static var source: Citation { LoanTerm.source }
  static var parameters: [Parameter] { LoanTerm.parameters }
  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    LoanTerm.objections(to: facts, under: parameters, on: day)
  }
}

private enum UncitedTerm: AlteredTerm { static let source = Citation("", "", "") }
private enum EnglishTerm: AlteredTerm { static let texts = Texts("", LoanTerm.texts.en) }
private enum UndeclaredTerm: AlteredTerm { static let parameters: [Parameter] = [] }
private enum UnboundedTerm: AlteredTerm { static let parameters = [Parameter("longest", 14, "بیشترین مدت امانت", "longest loan")] }
private enum OverdoneTerm: AlteredTerm {
  static let parameters = [Parameter("longest", 140, "بیشترین مدت امانت", "longest loan", within: 1...90)]
}
private enum StrangeTerm: AlteredTerm { static let id = "shed.loan-term" }

private struct PlainTool: ProvincialRecord, CodedRecord {
  typealias Of = ToolEntity
  static let table = Tool.table
  var id = ID<ToolEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var name: String
  var state: ToolState
  var borrower: ID<GroupEntity>?
  var dueOn: JalaliDay?
}

private struct UnheldRegistration: Action {
  var province: Province
  var name: String
  static let spec = Spec(
    "toolshed.register", "ثبت وسیله", "Register a tool", .post, "/toolshed/tools",
    permission: Permission("toolshed.register", "ثبت وسیله", "register a tool", heldBy: []), examples: ["name": "نردبان"])
  func perform(in work: borrowing Transaction) throws -> Tool { try RegisterTool(province: province, name: name).perform(in: work) }
}

private struct AimlessReturn: Action {
  static let spec = TakeBackTool.spec
  func perform(in work: borrowing Transaction) throws -> Done { Done() }
}

private struct StrangeRegistration: Action {
  var province: Province
  var name: String
  static let spec = Spec(
    "shed.register", "ثبت وسیله", "Register a tool", .post, "/toolshed/tools", permission: .toolshedKeep, examples: ["name": "نردبان"])
  func perform(in work: borrowing Transaction) throws -> Tool { try RegisterTool(province: province, name: name).perform(in: work) }
}
