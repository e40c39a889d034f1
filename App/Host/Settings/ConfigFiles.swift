import FoundationEssentials
import Jalali
import Persian
import Values

/// `Config/`: `national.json5` and one file per province, each value with its source and its place.
public struct ConfigFiles: Sendable {
  /// Where an entry stands: the entry itself and each of its members.
  struct Origin: Sendable {
    let file: String
    let place: FilePlace
    let members: [String: FilePlace]
  }

  struct Switch: Sendable {
    let module: String
    let province: Province?
    let from: JalaliDay
    let isOn: Bool
    let source: String
    let origin: Origin
  }

  struct Setting: Sendable {
    let rule: String
    let parameter: String
    /// JSON text.
    let value: String
    let province: Province?
    let from: JalaliDay
    let source: String
    let isLocked: Bool
    let origin: Origin
  }

  private(set) var switches: [Switch] = []
  private(set) var settings: [Setting] = []
  /// Everything that is wrong with the files by themselves; what rules and modules say of it comes with a `ConfigPlan`.
  private(set) var faults: [ConfigFault] = []

  /// - Parameter folder: the folder `Config`.
  /// - Throws: `ConfigFilesFault` for anything that cannot be understood.
  public init(folder: String) throws {
    self = ConfigFiles(reading: folder)
    guard faults.isEmpty else { throw ConfigFilesFault(faults: faults) }
  }

  /// What can be understood, with everything that is wrong.
  init(reading folder: String) {
    add(folder + "/national.json5", province: nil)
    let places = folder + "/provinces"
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: places)) ?? []).sorted() where !name.hasPrefix(".") {
      let path = places + "/" + name
      guard name.hasSuffix(".json5"), let province = Province(code: String(name.dropLast(".json5".count))) else {
        fault(
          path, .start, "config.file-name",
          "نام این فایل کد استانی نیست، مانند IR-27.json5؛ هیچ‌کس آن را نمی‌خواند.",
          "This is not the name of a province's file, such as IR-27.json5; nobody reads it.")
        continue
      }
      add(path, province: province)
    }
  }

  private mutating func fault(_ file: String, _ place: FilePlace, _ code: String, _ fa: String, _ en: String) {
    faults.append(ConfigFault(file: file, place: place, subject: nil, province: nil, code: code, texts: Texts(fa, en)))
  }

  private mutating func add(_ path: String, province: Province?) {
    guard let octets = try? Data(contentsOf: URL(filePath: path)) else {
      return fault(path, .start, "config.unreadable", "فایل خوانده نشد.", "The file cannot be read.")
    }
    do {
      var reader = ConfigFileReader(path, province)
      reader.read(try JSON5Reader.read(Array(octets)))
      switches += reader.switches
      settings += reader.settings
      faults += reader.faults
    } catch {
      fault(path, error.place, "config.syntax", error.texts.fa, error.texts.en)
    }
  }
}
