import Engine
import Values

/// One command's page of help, in both languages, no line wider than 80 columns.
struct HelpPage {
  let command: CommandEntry
  let style: Style

  private static let width = 80

  private static let exits =
    "exit / پایان: 0 done, 1 refused, 2 usage or not confirmed, 4 not permitted, 5 not reachable, 6 integrity"

  var text: String {
    var lines = wrapped(usage, indent: 4) + set(command.en) + directed(command.fa)
    lines.append("  example / نمونه:")
    lines += Wrapping.lines(example, to: HelpPage.width - 4, tail: " \\").map { "    " + $0 }
    lines += set("permission / مجوز: " + command.permission)
    lines += set("API: \(command.method) /api/v1\(command.path)")
    if let earlier = command.aliases, !earlier.isEmpty {
      lines += set("also / نام پیشین: " + earlier.map { $0.replacing(".", with: " ", maxReplacements: 1) }.joined(separator: ", "))
    }
    lines += set(HelpPage.exits)
    let weights = [1: "asks [y/N] / می‌پرسد", 2: "asks for the code and a reason / کد و دلیل می‌پرسد"]
    if let weight = weights[command.weight] { lines += set(weight) }
    return (lines + command.fields.flatMap(page)).joined(separator: "\n") + "\n"
  }

  private var typed: String { "\(command.module) \(command.verb)" }

  private var usage: String {
    let needed = command.positionalFields.map(\.name)
    let optional = command.fields.filter { !needed.contains($0.name) }.map { "[\($0.name)=…]" }
    return ([typed] + needed.map { $0.uppercased() } + optional).joined(separator: " ")
  }

  private var example: String {
    ([typed] + command.positionalFields.map { Sample.word($0, command.examples?[$0.name]) }).joined(separator: " ")
  }

  private func page(of field: FieldEntry) -> [String] {
    let isInPath = command.pathFields.contains { $0.name == field.name }
    let needed = isInPath ? "path / نشانی" : field.isOptional ? "optional / اختیاری" : "needed / لازم"
    return wrapped("\(field.name): \(HelpTexts.kind(of: field).replacing("|", with: " | ")) — \(needed)", indent: 4).map { "  " + $0 }
      + set(field.en).map { "  " + $0 } + directed(field.fa).map { "  " + $0 }
  }

  // Direction controls come last, so that they are not made visible.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    Wrapping.lines(Visible.text(text), to: HelpPage.width - 2, indent: indent)
  }
  private func set(_ text: String) -> [String] { Wrapping.lines(Visible.text(text), to: HelpPage.width - 4).map { "  " + $0 } }
  private func directed(_ text: String) -> [String] {
    Wrapping.lines(Visible.text(text), to: HelpPage.width - 4, indent: 0).map { "  " + style.directed($0) }
  }
}

/// A value for each kind of field as a person would type it.
enum Sample {
  /// - Parameter known: what the declaration gives as an example.
  static func word(_ field: FieldEntry, _ known: String? = nil) -> String {
    switch field.kind {
    case "list", "object": return json(field)
    default:
      let text = known ?? plain(field)
      return text.contains { " {}[]\"#'".contains($0) } ? "'\(text)'" : text
    }
  }

  /// Nested values whole, with blanks where a line may be broken.
  private static func json(_ field: FieldEntry) -> String {
    switch field.kind {
    case "list": "[" + (field.parts?.first.map(json) ?? "") + "]"
    case "object":
      "{" + (field.parts ?? []).filter { !$0.isOptional }.map { "\"\($0.name)\": \(json($0))" }.joined(separator: ", ") + "}"
    case "bool", "int", "rial": plain(field)
    case "reference" where field.prefix == nil: plain(field)
    default: "\"\(plain(field))\""
    }
  }

  private static func plain(_ field: FieldEntry) -> String {
    switch field.kind {
    case "bool": "true"
    case "int": field.name.lowercased().hasSuffix("year") ? "1404" : "3"
    case "rial": "6000000"
    case "day": "1405/01/15"
    case "province": "IR-27"
    case "nationalID": "0076229645"
    case "legalEntityID": "10380284790"
    case "iban": "IR580540105180021273113007"
    case "mobile": "09123456789"
    case "bytes": "00ff"
    case "choice": field.choices?.first?.value ?? "1"
    case "reference": field.prefix.map { $0 == "ST" ? "ST-IR-1402-0001" : "\($0)-27-1403-0001" } ?? "1"
    default: "متن"
    }
  }
}
