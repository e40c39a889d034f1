public import Jalali
public import Persian
public import Registry
import Values

/// Switches a module on or off in a province, or in the nation, from a day on.
public struct SwitchModule: Action {
  public var module: String
  public var province: Province?
  public var from: JalaliDay?
  public var isOn: Bool
  public var source: String

  public static let spec = Spec(
    "configuration.switch-module", "روشن و خاموش کردن ماژول", "Switch a module", .post, "/configuration/switches",
    permission: .configurationWrite, weight: .serious,
    fields: [
      "module": ("ماژول", "module"), "province": ("استان؛ خالی برای کشور", "province; empty for the nation"),
      "from": ("از روز؛ پیش‌فرض امروز", "from; today when left out"), "isOn": ("روشن", "on"), "source": ("مستند", "on whose word"),
    ], examples: ["module": "groups"])

  public func perform(in work: borrowing UnitOfWork) throws -> ModuleSwitch {
    let house = try work.ask((any InstalledHouse).self)
    guard let manifest = house.manifests.first(where: { $0.id == module && $0.isSwitchable }) else {
      let known = house.manifests.filter(\.isSwitchable).map(\.id).joined(separator: ", ")
      throw Refusal.input("/module", "configuration.module", Texts("ماژول‌ها: \(known)", "Modules: \(known)"))
    }
    let day = from ?? work.day
    let switchable = Set(house.manifests.filter(\.isSwitchable).map(\.id))
    let dependents = house.manifests.filter { $0.after.contains(module) && $0.isSwitchable }.map(\.id)
    try work.require(
      ModuleDependencies.self,
      .init(
        isOn: isOn,
        missing: try manifest.after.filter { switchable.contains($0) }.filter { try !isOn($0, day, work) },
        dependents: try dependents.filter { try isOn($0, day, work) }), in: nil)
    return try work.insert(
      ModuleSwitch(
        module: module, province: province, fromDay: day, isOn: isOn, source: PersianText.stored(source)))
  }

  private func isOn(_ module: String, _ day: JalaliDay, _ work: borrowing UnitOfWork) throws -> Bool {
    try SwitchBook.isOn(module, province?.code, day, in: work.look)
  }
}

/// The latest word on a module: the province's own, else the nation's, else off.
enum SwitchBook {
  static func isOn(_ module: String, _ province: String?, _ day: JalaliDay, in look: borrowing Look) throws -> Bool {
    let rows = try look.rows(
      """
      SELECT is_on FROM configuration_switch WHERE module = ? AND from_day <= ? AND coalesce(province,'') IN (?, '')
      ORDER BY province IS NULL, from_day DESC LIMIT 1
      """, module, day, province ?? "")
    return rows.first?.first?.integer == 1
  }
}
