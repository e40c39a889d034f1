import Engine
import Feature
import FoundationEssentials
import Store
import Values

/// Whether `Config/` could be the beginning of a store: it is proposed to an empty one in a temporary folder, which is thrown
/// away, so that what is said here is what the approval would say.
struct ConfigCheck {
  /// Everything that is wrong, in the order of files and lines.
  let faults: [ConfigFault]
  /// What can be done and is hardly meant.
  let warnings: [Texts]

  /// - Throws: what stops a store from being made in the temporary folder.
  init(folder: String) throws {
    let files = ConfigFiles(reading: folder)
    let registry = try Registry(InstalledModules.all)
    faults = try (files.faults + ConfigCheck.objections(to: files, registry)).sorted {
      ($0.file, $0.place) < ($1.file, $1.place)
    }
    warnings = RoadTime(files.settings, registry: registry).warnings()
  }

  private static func objections(to files: ConfigFiles, _ registry: Registry) throws -> [ConfigFault] {
    let plan = ConfigPlan(files)
    guard !plan.isEmpty else { return [] }
    let path = FileManager.default.temporaryDirectory.path + "/hamyar-config-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = StoreFolder(path)
    try Runtime.create(folder, ledgerName: "config.hamyar.local/1")
    let runtime = try Runtime(folder: folder, registry: registry)
    defer { runtime.close() }
    do {
      try Caller(runtime, principal: .installer, channel: "cli").perform(ConfigPlan.action, plan.input, dryRun: true)
      return []
    } catch let refusal as Refusal {
      let faults = plan.faults(of: refusal)
      guard faults.isEmpty else { return faults }
      throw refusal
    }
  }
}
