import Feature
import Ledger
import Persian
import Values

// Who may: by the permissions that roles hold, and by name only for whoever may see the staff.
extension NextSteps {
  /// Ask somebody who holds the right.
  func holders() throws -> [NextStep] {
    guard let command else { return [] }
    let roles = NextSteps.roles(of: command.spec)
    guard !roles.isEmpty else { return [] }
    let people = try colleagues(for: command.spec, without: [principal.id])
    return [NextStep(NextSteps.asking(roles, people, province), command: command.spec.name, input: row(for: command), roles: roles)]
  }

  /// The province of whoever asked; nil for the national office.
  var province: Province? { principal.province.flatMap { Province(code: $0) } }

  /// One sentence: the roles, the place, and the people as far as they may be named.
  static func asking(_ roles: [NextStep.Holder], _ people: [Colleague], _ province: Province?) -> Texts {
    let names = people.map(\.name)
    let who = Texts(roles.map(\.texts.fa).joined(separator: "، "), roles.map(\.texts.en).joined(separator: ", "))
    let place = province.map { Texts(" در استان \($0.fa)", " in \($0.en)") } ?? Texts("", "")
    guard !names.isEmpty else {
      return Texts("این کار با این نقش‌هاست\(place.fa): \(who.fa). از یکی از آنان بخواهید.", "Ask somebody who may\(place.en): \(who.en).")
    }
    return Texts(
      "این کار با این نقش‌هاست\(place.fa): \(who.fa). از این همکاران بخواهید: \(names.joined(separator: "، ")).",
      "Ask somebody who may\(place.en): \(who.en). Colleagues: \(names.joined(separator: ", ")).")
  }

  private static let mostNames = 5

  /// Colleagues who hold the right where the person acts; nobody for whoever may not see the staff.
  func colleagues(for spec: Spec, without others: Set<String>) throws -> [Colleague] {
    guard let store, let directory = try? registry.contracts.provider(of: (any StaffDirectory).self),
      let seen = principal.scope(for: directory.permission)?.scope
    else { return [] }
    let acting = principal.scope(for: spec.permission)?.scope
    let reach: Scope = if case .nation = seen { acting ?? seen } else { seen }
    let limit = NextSteps.mostNames + others.count
    let found = try directory.colleagues(holding: spec.permission.roles, limit: limit, in: Snapshot(store.seen(with: reach)))
    return Array(found.filter { !others.contains($0.id) }.prefix(NextSteps.mostNames))
  }

  /// Sign in; or, where that was refused, who gives a new password.
  func signingIn(after refusal: Refusal) -> [NextStep] {
    guard let action = registry.hooks.remedies.signingIn else { return [] }
    guard command?.spec.id == action.spec.id else {
      return [
        NextStep(
          Texts("نخست با نام کاربری و گذرواژهٔ خود وارد شوید.", "Sign in with your user name and password first."), command: action.spec.name
        )
      ]
    }
    let keepers = registry.hooks.operation.map { $0.holders.map { NextStep.Holder($0.id, $0.texts) } } ?? []
    return [
      NextStep(
        Texts(
          "نام کاربری و گذرواژه را وارسی کنید؛ اگر گذرواژه فراموش شده، از مدیر سامانه گذرواژهٔ تازه بخواهید.",
          "Check the user name and the password; if the password is lost, ask an administrator for a new one."),
        command: action.spec.name, roles: keepers)
    ]
  }

  /// Who switches the module on.
  func switchingOn(_ refusal: Refusal) -> [NextStep] {
    guard let spec = registry.hooks.remedies.switchingModule?.spec else { return [] }
    var input: [Value.Member] = []
    if let module = command?.spec.module { input.append(.init("module", .text(module))) }
    if let code = store?.scope.province ?? principal.province { input.append(.init("province", .text(code))) }
    let roles = NextSteps.roles(of: spec)
    return [
      NextStep(
        Texts(
          "از کسی که ماژول را روشن می‌کند بخواهید: \(roles.map(\.texts.fa).joined(separator: "، ")).",
          "Ask whoever switches modules on: \(roles.map(\.texts.en).joined(separator: ", "))."),
        command: spec.name, input: input, roles: roles)
    ]
  }

  /// Who sets the numbers that nobody has set yet.
  func setting(_ refusal: Refusal) -> [NextStep] {
    guard let spec = registry.hooks.remedies.settingParameter?.spec else { return [] }
    let rule = refusal.rule?["id"]?.string
    let roles = NextSteps.roles(of: spec)
    let set = NextStep(
      Texts(
        "از کسی که این مقدار را با مستندش تعیین می‌کند بخواهید: \(roles.map(\.texts.fa).joined(separator: "، ")).",
        "Ask whoever sets the value, with what it rests on: \(roles.map(\.texts.en).joined(separator: ", "))."),
      command: spec.name, input: rule.map { [.init("rule", .text($0))] } ?? [], roles: roles)
    return [set] + (rule.map(explaining) ?? [])
  }

  /// Where the rule, its source and the values in force are read.
  func explaining(_ rule: String) -> [NextStep] {
    guard let spec = registry.hooks.remedies.explainingRule?.spec, may(spec) else { return [] }
    let hasParameters = registry.rules.contains { $0.id == rule && !$0.parameters.isEmpty }
    let setter = registry.hooks.remedies.settingParameter?.spec
    let roles = hasParameters ? setter.map(NextSteps.roles) ?? [] : []
    let texts =
      hasParameters
      ? Texts(
        "مقدارهای جاری و مستند قاعده را ببینید؛ تغییر آن‌ها با این نقش‌هاست: \(roles.map(\.texts.fa).joined(separator: "، ")).",
        "See the values in force and what the rule rests on; they are changed by: \(roles.map(\.texts.en).joined(separator: ", ")).")
      : Texts("متن و مستند قاعده را ببینید.", "See what the rule says and what it rests on.")
    return [NextStep(texts, command: spec.name, input: [.init("rule", .text(rule))], roles: roles)]
  }
}
