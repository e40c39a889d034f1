import Feature
import Engine
import Values

enum VersionCommand: Subcommand {
  static let name = "version"
  static let usage = "version [--json]"
  static let texts = Texts("نسخه و ماژول‌های نصب‌شده.", "The version and the installed modules.")
  static let flags = ["json"]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let registry = try Registry(InstalledModules.all)
    if arguments.has("json") {
      print(
        JSONWriter.text(
          .record([
            "version": .text(Hamyar.version), "modules": .list(registry.modules.map { .text($0.id) }),
            "commands": .int(Int64(registry.commands.count)), "rules": .int(Int64(registry.rules.count)),
          ])))
    } else {
      print("hamyar \(Hamyar.version): \(registry.commands.count) commands, \(registry.rules.count) rules")
    }
    return 0
  }
}
