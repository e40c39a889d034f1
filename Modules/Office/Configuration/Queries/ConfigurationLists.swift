import Contracts
import Feature

struct ListSwitches: ListQuery {
  var province: Province?
  var module: String?

  struct Item: Codable, Sendable {
    var id: ID<SwitchEntity>
    var module: String
    var province: Province?
    var fromDay: JalaliDay
    var isOn: Bool
    var source: String
  }

  static let spec = Spec(
    "configuration.switches", "کلیدهای ماژول‌ها", "Module switches", "/configuration/switches",
    permission: .configurationRead, fields: ["province": ("استان", "province"), "module": ("ماژول", "module")])

  func selection() -> Selection {
    Selection(from: "configuration_switch t")
      // The national office's words concern everybody, a province's own nobody else.
      .where("t.province IS NULL OR in_scope(t.province, NULL)")
      // What was withdrawn before its day never held; its change tells of it.
      .where(
        """
        NOT EXISTS (SELECT 1 FROM configuration_change_item i JOIN configuration_change c ON c.id = i.change
          WHERE i.module_switch = t.id AND c.state = 'withdrawn')
        """
      )
      .filter("t.province = ?", province)
      .filter("t.module = ?", module)
  }
}

struct ListSettings: ListQuery {
  var province: Province?
  var rule: String?

  struct Item: Codable, Sendable {
    var id: ID<SettingEntity>
    var rule: String
    var parameter: String
    var province: Province?
    var fromDay: JalaliDay
    var value: String
    var source: String
    var isLocked: Bool
  }

  static let spec = Spec(
    "configuration.settings", "مقدارهای تعیین‌شده", "Parameter settings", "/configuration/settings",
    permission: .configurationRead, fields: ["province": ("استان", "province"), "rule": ("قاعده", "rule")])

  func selection() -> Selection {
    Selection(from: "configuration_setting t")
      // The national office's words concern everybody, a province's own nobody else.
      .where("t.province IS NULL OR in_scope(t.province, NULL)")
      // What was withdrawn before its day never held; its change tells of it.
      .where(
        """
        NOT EXISTS (SELECT 1 FROM configuration_change_item i JOIN configuration_change c ON c.id = i.change
          WHERE i.setting = t.id AND c.state = 'withdrawn')
        """
      )
      .filter("t.province = ?", province)
      .filter("t.rule = ?", rule)
  }
}
