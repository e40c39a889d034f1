import Jalali
import Persian
import Values

/// Reads one file of `Config/`: what it says, and everything in it that nobody would understand.
struct ConfigFileReader {
  private(set) var switches: [ConfigFiles.Switch] = []
  private(set) var settings: [ConfigFiles.Setting] = []
  private(set) var faults: [ConfigFault] = []

  private let file: String
  private let province: Province?

  init(_ file: String, _ province: Province?) {
    self.file = file
    self.province = province
  }

  mutating func read(_ root: JSON5Node) {
    guard let members = members(of: root, known: ["about", "province", "modules", "parameters"]) else { return }
    if let about = members["about"] { _ = text(about) }
    readProvince(members["province"], root.place)
    for item in items(members["modules"]) { readSwitch(item) }
    for item in items(members["parameters"]) { readSetting(item) }
  }

  private mutating func readProvince(_ member: JSON5Member?, _ start: FilePlace) {
    switch (member, province) {
    case (nil, nil): return
    case (nil, let province?):
      fault(start, "config.province-missing", "بنویسید: province: \"\(province.code)\"", "Write: province: \"\(province.code)\"")
    case (let member?, nil):
      fault(
        member.place, "config.province-unwanted", "فایل کشور استانی ندارد.", "The file of the nation names no province.")
    case (let member?, let province?):
      guard let named = text(member), named != province.code else { return }
      fault(
        member.node.place, "config.other-province", "نام فایل \(province.code) است و درون آن «\(named)» آمده است.",
        "The file is called \(province.code) and says `\(named)`.")
    }
  }

  private mutating func readSwitch(_ item: JSON5Node) {
    guard let members = members(of: item, known: ["module", "from", "isOn", "source"]) else { return }
    let module = required("module", members, item).flatMap { text($0) }
    let day = day(members, item)
    let source = required("source", members, item).flatMap { text($0) }
    let isOn = members["isOn"].map { flag($0) } ?? true
    guard let module, let day, let source, let isOn else { return }
    switches.append(
      .init(module: module, province: province, from: day, isOn: isOn, source: source, origin: origin(item, members)))
  }

  private mutating func readSetting(_ item: JSON5Node) {
    guard let members = members(of: item, known: ["rule", "parameter", "value", "from", "source", "isLocked"]) else { return }
    let rule = required("rule", members, item).flatMap { text($0) }
    let parameter = required("parameter", members, item).flatMap { text($0) }
    let value = required("value", members, item)
    let day = day(members, item)
    let source = required("source", members, item).flatMap { text($0) }
    let isLocked = members["isLocked"].map { flag($0) } ?? false
    if let lock = members["isLocked"], isLocked == true, province != nil {
      fault(lock.place, "config.provincial-lock", "قفل تنها در فایل کشور است.", "Only the file of the nation locks a value.")
    }
    guard let rule, let parameter, let value, let day, let source, let isLocked else { return }
    settings.append(
      .init(
        rule: rule, parameter: parameter, value: JSONWriter.text(value.node.value), province: province, from: day, source: source,
        isLocked: isLocked, origin: origin(item, members)))
  }

  private func origin(_ item: JSON5Node, _ members: [String: JSON5Member]) -> ConfigFiles.Origin {
    .init(file: file, place: item.place, members: members.mapValues(\.node.place))
  }

  private mutating func fault(_ place: FilePlace, _ code: String, _ fa: String, _ en: String) {
    faults.append(ConfigFault(file: file, place: place, subject: nil, province: province, code: code, texts: Texts(fa, en)))
  }

  /// The members of an object by name; what is unknown or given twice is a fault.
  private mutating func members(of node: JSON5Node, known: [String]) -> [String: JSON5Member]? {
    guard case .object(let members) = node.content else {
      wrongType(node, Texts("شیء", "an object"))
      return nil
    }
    var found: [String: JSON5Member] = [:]
    for member in members {
      guard known.contains(member.name) else {
        let near = Nearest.names(to: member.name, among: known).first
        fault(
          member.place, "config.unknown-name",
          "نام «\(member.name)» شناخته نیست؛ \(near.map { "شاید \($0)" } ?? "نام‌ها: \(known.joined(separator: "، "))").",
          "The name `\(member.name)` is not known; \(near.map { "perhaps \($0)" } ?? "names: \(known.joined(separator: ", "))").")
        continue
      }
      if let first = found.updateValue(member, forKey: member.name) {
        fault(
          member.place, "config.duplicate-name", "نام «\(member.name)» دو بار آمده است؛ نخست در سطر \(first.place.line).",
          "The name `\(member.name)` is given twice; first on line \(first.place.line).")
      }
    }
    return found
  }

  private mutating func items(_ member: JSON5Member?) -> [JSON5Node] {
    guard let member else { return [] }
    guard case .list(let items) = member.node.content else {
      wrongType(member.node, Texts("فهرست", "a list"))
      return []
    }
    return items
  }

  private mutating func required(_ name: String, _ members: [String: JSON5Member], _ item: JSON5Node) -> JSON5Member? {
    guard let member = members[name] else {
      fault(item.place, "config.missing", "«\(name)» نیامده است.", "`\(name)` is missing.")
      return nil
    }
    guard case .null = member.node.content else { return member }
    fault(
      member.node.place, "config.null", "«\(name)» تهی است؛ مقداری بدهید یا بند را بردارید.",
      "`\(name)` is null; give a value, or take the entry out.")
    return nil
  }

  private mutating func wrongType(_ node: JSON5Node, _ wanted: Texts) {
    fault(
      node.place, "config.type", "اینجا \(wanted.fa) می‌آید، نه \(node.kind.fa).", "Here stands \(wanted.en), not \(node.kind.en).")
  }

  private mutating func text(_ member: JSON5Member) -> String? {
    guard case .text(let text) = member.node.content else {
      wrongType(member.node, Texts("متن", "a text"))
      return nil
    }
    guard !PersianText.stored(text).isEmpty else {
      fault(member.node.place, "config.empty", "«\(member.name)» خالی است.", "`\(member.name)` is empty.")
      return nil
    }
    return text
  }

  private mutating func flag(_ member: JSON5Member) -> Bool? {
    guard case .bool(let flag) = member.node.content else {
      wrongType(member.node, Texts("درست یا نادرست", "true or false"))
      return nil
    }
    return flag
  }

  private mutating func day(_ members: [String: JSON5Member], _ item: JSON5Node) -> JalaliDay? {
    guard let member = required("from", members, item), let text = text(member) else { return nil }
    do throws(FormatFault) {
      return try JalaliDay(parsing: text)
    } catch {
      fault(member.node.place, "config.day", error.fa, error.en)
      return nil
    }
  }
}
