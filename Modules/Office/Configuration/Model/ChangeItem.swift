import Contracts
import Feature

enum ChangeItemEntity: Entity {
  static let object = "configuration.change-item"
  static let prefix: String? = "RY"
  static let texts = Texts("بند تغییر قواعد", "item of a change of rules")
}

/// One value or one switch of a change: `rule`, `parameter` and `value` are filled, or `module` and `isOn`.
struct ChangeItem: Record {
  typealias Of = ChangeItemEntity
  static let table = Table("configuration_change_item", reach: .nation)

  var id = ID<ChangeItemEntity>(0)
  var rev = 0
  var change: ID<ChangeEntity>
  /// nil for the nation.
  var province: Province?
  var fromDay: JalaliDay
  var source: String
  var rule: String?
  var parameter: String?
  /// JSON text.
  var value: String?
  /// A national value that provinces may not override.
  var isLocked: Bool?
  var module: String?
  var isOn: Bool?
  /// The value it became by the approval.
  var setting: ID<SettingEntity>?
  /// The switch it became by the approval.
  var moduleSwitch: ID<SwitchEntity>?
}

/// What a change says, with everything somebody needs to decide on it.
struct ChangeDetails: Codable, Sendable {
  var change: RuleChange
  var items: [ChangeItem]
  /// Provincial values that its locked national ones stand above; they count again when the lock ends.
  var overruled: [OverruledValue]

  /// A province is told its own items besides the nation's.
  init(_ change: RuleChange, in snapshot: borrowing Snapshot) throws {
    self.change = change
    let home = snapshot.home
    items = try snapshot.all(ChangeItem.self, "change = ? ORDER BY id", change.id)
      .filter { home == nil || $0.province == nil || $0.province == home }
    overruled = try items.flatMap { try OverruledValue.all(by: $0, in: snapshot) }
      .filter { home == nil || $0.province == home }
  }
}

extension ChangeDetails {
  /// - Throws: `RegistryFault` when there is none: our fault, a short form proposes one.
  var onlyItem: ChangeItem {
    get throws {
      guard let item = items.first else { throw RegistryFault(Texts("پیشنهادی بی‌بند.", "A proposal without an item.")) }
      return item
    }
  }
}

/// A value of a province that a locked national one stands above.
struct OverruledValue: Codable, Sendable, Equatable {
  var rule: String
  var parameter: String
  var province: Province
  /// JSON text.
  var value: String
  var fromDay: JalaliDay

  /// The newest value of each province, where the item locks one.
  static func all(by item: ChangeItem, in snapshot: borrowing Snapshot) throws -> [OverruledValue] {
    guard item.isLocked == true, let rule = item.rule, let parameter = item.parameter else { return [] }
    var newest: [Province: Setting] = [:]
    for setting in try ConfigurationProvider.settings(for: rule, in: snapshot) where setting.parameter == parameter {
      guard let province = setting.province.flatMap({ Province(code: $0) }) else { continue }
      if let known = newest[province], known.from > setting.from { continue }
      newest[province] = setting
    }
    return newest.sorted { $0.key.code < $1.key.code }.map { province, setting in
      OverruledValue(
        rule: rule, parameter: parameter, province: province, value: JSONWriter.text(setting.value), fromDay: setting.from)
    }
  }
}
