import FoundationEssentials
import Jalali
import Persian
import Values

/// `Config/`: `national.json5` and one file per province, each value with its source.
public struct ConfigFiles: Sendable {
  struct Switch: Sendable, Equatable {
    let module: String
    let province: Province?
    let from: JalaliDay
    let isOn: Bool
    let source: String
  }

  struct Setting: Sendable, Equatable {
    let rule: String
    let parameter: String
    /// JSON text.
    let value: String
    let province: Province?
    let from: JalaliDay
    let source: String
    let isLocked: Bool
  }

  private(set) var switches: [Switch] = []
  private(set) var settings: [Setting] = []

  /// - Parameter folder: the folder `Config`.
  /// - Throws: `UsageFault` for a file that says what is not known or leaves out what is needed, and the file system's own errors.
  public init(folder: String) throws {
    try add(folder + "/national.json5", province: nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/provinces")
    for name in names.filter({ $0.hasSuffix(".json5") }).sorted() {
      let code = String(name.dropLast(".json5".count))
      guard let province = Province(code: code) else {
        throw UsageFault("\(name): استانی با این کد نیست.", "\(name): there is no province with this code.")
      }
      try add(folder + "/provinces/" + name, province: province)
    }
  }

  private mutating func add(_ path: String, province: Province?) throws {
    let file = try JSON5.read(path)
    for member in file.members where !["modules", "parameters", "province", "about"].contains(member.name) {
      throw UsageFault("\(path): بخش «\(member.name)» شناخته نیست.", "\(path): the section `\(member.name)` is not known.")
    }
    for item in file["modules"]?.items ?? [] {
      switches.append(
        Switch(
          module: try text(item, "module", path), province: province, from: try day(item, path),
          isOn: item["isOn"]?.boolean ?? true, source: try text(item, "source", path)))
    }
    for item in file["parameters"]?.items ?? [] {
      guard let value = item["value"] else { throw missing("value", path) }
      settings.append(
        Setting(
          rule: try text(item, "rule", path), parameter: try text(item, "parameter", path), value: JSONWriter.text(value),
          province: province, from: try day(item, path), source: try text(item, "source", path),
          isLocked: item["isLocked"]?.boolean ?? false))
    }
  }

  private func text(_ item: Value, _ name: String, _ path: String) throws -> String {
    guard let text = item[name]?.string, !text.isEmpty else { throw missing(name, path) }
    return text
  }

  private func day(_ item: Value, _ path: String) throws -> JalaliDay {
    do throws(FormatFault) {
      return try JalaliDay(parsing: item["from"]?.string ?? "")
    } catch {
      throw UsageFault("\(path): \(error.fa)", "\(path): \(error.en)")
    }
  }

  private func missing(_ name: String, _ path: String) -> UsageFault {
    UsageFault("\(path): «\(name)» نیامده است.", "\(path): `\(name)` is missing.")
  }
}
