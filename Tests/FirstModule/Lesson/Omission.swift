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

  static let all: [Omission] = [
    .init(what: "a word in `Words.swift`", law: .words, module: toolshed(words: ["borrower": ("امانت‌گیرنده", "borrower")])),
    .init(what: "the step of the schema", law: .tables, module: toolshed(migrations: [])),
    .init(what: "the record in `records`", law: .tables, module: toolshed(records: [])),
    .init(what: "a column's comment", law: .columns, module: toolshed(migrations: [AlteredSchema.uncommented])),
    .init(what: "a column", law: .columns, module: toolshed(migrations: [AlteredSchema.incomplete])),
    .init(what: "`STRICT`", law: .columns, module: toolshed(migrations: [AlteredSchema.loose])),
    .init(what: "the index", law: .indexes, module: toolshed(migrations: [AlteredSchema.unindexed])),
    .init(what: "the machine in `rules`", law: .machines, module: toolshed(rules: [LoanTerm.self])),
    .init(what: "`StatefulRecord` and its machine", law: .machines, module: toolshed(records: [PlainTool.self])),
    .init(what: "a rule's citation", law: .citations, module: toolshed(rules: [ToolLifecycle.self, UncitedTerm.self])),
    .init(what: "a rule's Persian statement", law: .citations, module: toolshed(rules: [ToolLifecycle.self, EnglishTerm.self])),
    .init(what: "a rule's `parameters`", law: .parameters, module: toolshed(rules: [ToolLifecycle.self, UndeclaredTerm.self])),
    .init(what: "`within:` of a parameter", law: .bounds, module: toolshed(rules: [ToolLifecycle.self, UnboundedTerm.self])),
    .init(what: "a standard within the bounds", law: .bounds, module: toolshed(rules: [ToolLifecycle.self, OverdoneTerm.self])),
    .init(what: "the module's name in a rule's `id`", law: .prefixes, module: toolshed(rules: [ToolLifecycle.self, StrangeTerm.self])),
    .init(what: "the roles of a permission", law: .permissions, module: toolshed(actions: kept + [UnheldAction.self])),
    .init(what: "the input's field that the path names", law: .opens, module: toolshed(actions: kept + [PathlessAction.self])),
    .init(what: "the module's name in an action's `id`", law: .opens, module: toolshed(actions: kept + [StrangeAction.self])),
    .init(what: "the module it stands on", law: .opens, module: ToolshedModule.module, others: []),
  ]

  private static let kept: [any Action.Type] = [RegisterTool.self, LendTool.self, TakeBackTool.self]

  private static func toolshed(
    words: Words? = nil, migrations: [Migration]? = nil, records: [any Record.Type]? = nil, rules: [any Rule.Type]? = nil,
    actions: [any Action.Type]? = nil
  ) -> Module {
    let whole = ToolshedModule.module
    return Module(
      whole.id, whole.texts.fa, whole.texts.en, after: whole.after, words: words ?? whole.words,
      migrations: migrations ?? whole.migrations, records: records ?? whole.records, rules: rules ?? whole.rules,
      actions: actions ?? whole.actions, lists: whole.lists)
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

private struct UnheldAction: Action {
  static let spec = Spec(
    "toolshed.count", "شمردن وسایل", "Count the tools", .post, "/toolshed/counts",
    permission: Permission("toolshed.count", "شمردن وسایل", "count the tools", heldBy: []))
  func perform(in work: borrowing Transaction) throws -> Done { Done() }
}

private struct PathlessAction: Action {
  static let spec = Spec(
    "toolshed.count", "شمردن وسایل", "Count the tools", .post, "/toolshed/tools/{tool}/counts", permission: .toolshedKeep)
  func perform(in work: borrowing Transaction) throws -> Done { Done() }
}

private struct StrangeAction: Action {
  static let spec = Spec("shed.count", "شمردن وسایل", "Count the tools", .post, "/toolshed/counts", permission: .toolshedKeep)
  func perform(in work: borrowing Transaction) throws -> Done { Done() }
}
