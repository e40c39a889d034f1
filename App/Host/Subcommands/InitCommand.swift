import Engine
import Glibc
import Store
import Values

enum InitCommand: Subcommand {
  static let name = "init"
  static let usage = "init [--store DIR] [--config DIR] [--ledger-name NAME] [--environment production|training]"
  static let texts = Texts(
    "مخزن تازه می‌سازد و رمز یک‌بارمصرف مدیر کشوری را نشان می‌دهد.", "Makes a store and prints the first administrator's one-time secret.")
  static let flags = ["config=", "ledger-name=", "environment="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let folder = StoreLocator.folder(arguments)
    guard let environment = StoreEnvironment(rawValue: arguments.setting("environment") ?? "production") else {
      throw UsageFault("محیط production یا training است.", "The environment is production or training.")
    }
    guard !folder.exists else {
      throw UsageFault("در \(folder.path) از پیش مخزنی هست.", "There is a store in \(folder.path) already.")
    }
    let place = arguments.setting("config") ?? (access("Config/national.json5", R_OK) == 0 ? "Config" : nil)
    let config = try place.map { try ConfigFiles(folder: $0) }
    let (runtime, secret) = try StoreLocator.create(
      folder, config: config, ledgerName: arguments.setting("ledger-name") ?? "audit.hamyar.local/1", environment: environment)
    runtime.close()
    print("user: admin\none-time secret: \(secret)")
    Stderr.write(
      "The store is in \(folder.path). The secret opens changing it and nothing else, for seven days: sign in and `accounts set-password`.")
    Stderr.write(place.map { "The configuration of \($0) is in force. · پیکربندی \($0) اجرا می‌شود." } ?? InitCommand.unconfigured)
    if environment == .production, let config { ConfigCommand.warn(ofExamples: ConfigPlan(config).examples) }
    Stderr.write(
      "Give a second national administrator next (`accounts create-staff`, `accounts assign-post`): while there is one, what they give counts by one hand alone. "
        + "سپس مدیر کشوری دومی تعیین کنید: تا یکی است، هر سمتی که می‌دهد تنها با یک دست معتبر است.")
    return 0
  }

  private static let unconfigured = """
    No Config/ here and none named with --config: no module is on, and only the rules' standards are in force.
    اینجا Config/ نیست و با --config نام برده نشده است: هیچ ماژولی روشن نیست و تنها پیش‌فرض قواعد اجرا می‌شود.
    """
}
