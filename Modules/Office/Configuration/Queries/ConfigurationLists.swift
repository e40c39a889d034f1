public import Jalali
public import Persian
public import Registry
import Values

public struct ListSwitches: ListQuery {
  public var province: Province?
  public var module: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var module: String
    public var province: Province?
    public var fromDay: JalaliDay
    public var isOn: Bool
    public var source: String
  }

  public static let spec = Spec(
    "configuration.switches", "کلیدهای ماژول‌ها", "Module switches", "/configuration/switches",
    permission: .configurationRead, fields: ["province": ("استان", "province"), "module": ("ماژول", "module")])

  public func selection() -> Selection {
    Selection(from: "configuration_switch t")
      // The national office's words concern everybody, a province's own nobody else.
      .where("t.province IS NULL OR in_scope(t.province, NULL)")
      .filter("t.province = ?", province)
      .filter("t.module = ?", module)
  }
}

public struct ListSettings: ListQuery {
  public var province: Province?
  public var rule: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var rule: String
    public var parameter: String
    public var province: Province?
    public var fromDay: JalaliDay
    public var value: String
    public var source: String
    public var isLocked: Bool
  }

  public static let spec = Spec(
    "configuration.settings", "مقدارهای تعیین‌شده", "Parameter settings", "/configuration/settings",
    permission: .configurationRead, fields: ["province": ("استان", "province"), "rule": ("قاعده", "rule")])

  public func selection() -> Selection {
    Selection(from: "configuration_setting t")
      // The national office's words concern everybody, a province's own nobody else.
      .where("t.province IS NULL OR in_scope(t.province, NULL)")
      .filter("t.province = ?", province)
      .filter("t.rule = ?", rule)
  }
}
