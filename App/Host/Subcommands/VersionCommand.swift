import Registry
import Values

enum VersionCommand: Subcommand {
  static let name = "version"
  static let usage = "version [--json]"
  static let texts = Texts("نسخه و ماژول‌های نصب‌شده.", "The version and the installed modules.")
  static let flags = ["json"]

  static func run(_ words: Words) throws -> Int32 {
    let registry = try Registry(InstalledModules.all)
    if words.has("json") {
      print(
        JSONWriter.text(
          .record([
            "version": .text(Hamyar.version), "modules": .list(registry.manifests.map { .text($0.id) }),
            "commands": .int(Int64(registry.commands.count)), "rules": .int(Int64(registry.rules.count)),
          ])))
    } else {
      print("hamyar \(Hamyar.version): \(registry.commands.count) commands, \(registry.rules.count) rules")
    }
    return 0
  }
}
