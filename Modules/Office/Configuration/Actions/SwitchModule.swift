import Contracts
import Feature

/// Switches a module on or off in a province, or in the nation, from a day on.
struct SwitchModule: DecidingAction {
  var module: String
  var province: Province?
  var from: JalaliDay?
  var isOn: Bool
  var source: String

  static let spec = Spec(
    "configuration.switch-module", "روشن و خاموش کردن ماژول", "Switch a module", .post, "/configuration/switches",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "module": ("ماژول", "module"), "province": ("استان؛ خالی برای کشور", "province; empty for the nation"),
      "from": ("از روز؛ پیش‌فرض امروز", "from; today when left out"), "isOn": ("روشن", "on"), "source": ("مستند", "on whose word"),
    ], examples: ["module": "groups"])

  func perform(in work: borrowing Transaction) throws -> ModuleSwitch {
    let installed = try work.contract((any DeclarationIndex).self).modules.filter(\.isSwitchable)
    guard let chosen = installed.first(where: { $0.id == module }) else {
      let known = installed.map(\.id).joined(separator: ", ")
      throw Refusal.input("/module", "configuration.module", Texts("ماژول‌ها: \(known)", "Modules: \(known)"))
    }
    let day = from ?? work.day
    let needed = installed.filter { chosen.after.contains($0.id) }
    let dependents = installed.filter { $0.after.contains(module) }
    try work.require(
      ModuleDependencies.self,
      .init(
        isOn: isOn,
        missing: try needed.filter { try !isOn($0, day, work) }.map(\.id),
        dependents: try dependents.filter { try isOn($0, day, work) }.map(\.id)), in: nil)
    return try work.insert(
      ModuleSwitch(
        module: module, province: province, fromDay: day, isOn: isOn, source: PersianText.stored(source)))
  }

  private func isOn(_ module: Module, _ day: JalaliDay, _ work: borrowing Transaction) throws -> Bool {
    try SwitchLog.isOn(module, province?.code, day, in: work.snapshot)
  }
}

/// The latest word on a module: the province's own, else the nation's, else what the module declares.
enum SwitchLog {
  static func isOn(_ module: Module, _ province: String?, _ day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    let rows = try snapshot.rows(
      """
      SELECT is_on FROM configuration_switch WHERE module = ? AND from_day <= ? AND coalesce(province,'') IN (?, '')
      ORDER BY province IS NULL, from_day DESC LIMIT 1
      """, module.id, day, province ?? "")
    if let word = rows.first?.first?.integer { return word == 1 }
    switch module.availability {
    case .always: return true
    case .offUntilSwitchedOn: return false
    case .onUntilSwitchedOff:
      // Nobody has spoken of it, so it works where everything works that it stands on.
      let known = try snapshot.contract((any DeclarationIndex).self).modules
      for needed in known where module.after.contains(needed.id) {
        guard try isOn(needed, province, day, in: snapshot) else { return false }
      }
      return true
    }
  }
}
