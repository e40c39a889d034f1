import Engine
import Values

/// One command's page of help in the language of its reader, no line wider than 80 columns.
struct HelpPage {
  let command: CommandEntry
  let style: Style
  /// A code of a thing that its reader sees; nil where there is none, or nobody to ask.
  var realCode: (_ prefix: String) -> String? = { _ in nil }

  var text: String {
    var page = PageLines(style)
    page.add(usage, hanging: 4)
    page.say(command.fa, command.en, 2)
    page.say("نمونه:", "example:", 2)
    page.addTyped(example, 4)
    page.add(style.said("مجوز: ", "permission: ") + command.permission, 2)
    page.add("API: \(command.method) /api/v1\(command.path)", 2)
    if let earlier = command.aliases, !earlier.isEmpty {
      let names = earlier.map { $0.replacing(".", with: " ", maxReplacements: 1) }
      page.add(style.said("نام پیشین: ", "also: ") + names.joined(separator: ", "), 2)
    }
    page.say(
      "کد پایان: ۰ انجام شد، ۱ رد شد، ۲ نوشتار یا تأیید نادرست، ۴ بی‌مجوز، ۵ در دسترس نیست، ۶ درستی داده‌ها",
      "exit: 0 done, 1 refused, 2 usage or not confirmed, 4 not permitted, 5 not reachable, 6 integrity", 2)
    switch command.weight {
    case 1: page.say("پیش از انجام می‌پرسد", "asks [y/N]", 2)
    case 2: page.say("کد و دلیل می‌پرسد", "asks for the code and a reason", 2)
    default: break
    }
    for field in command.fields { add(field, to: &page) }
    return page.text
  }

  private var typed: String { "\(command.module) \(command.verb)" }

  private var usage: String {
    let needed = command.positionalFields.map(\.name)
    let optional = command.fields.filter { !needed.contains($0.name) }.map { "[\($0.name)=…]" }
    return ([typed] + needed.map { $0.uppercased() } + optional).joined(separator: " ")
  }

  private var example: String {
    let sample = Sample(language: style.language, realCode: realCode)
    return ([typed] + command.positionalFields.map { sample.word($0, command.examples?[$0.name]) }).joined(separator: " ")
  }

  private func add(_ field: FieldEntry, to page: inout PageLines) {
    let kind = HelpTexts.kind(of: field).replacing("|", with: " | ")
    page.add("\(field.name): \(kind) — \(HelpTexts.need(of: field, in: command, style))", 2, hanging: 4)
    page.say(field.fa, field.en, 4)
  }
}

/// A value for each kind of field as a person would type it.
struct Sample {
  let language: Language
  let realCode: (_ prefix: String) -> String?

  /// - Parameter known: what the declaration gives as an example.
  func word(_ field: FieldEntry, _ known: String? = nil) -> String {
    switch field.kind {
    case "list", "object": return json(field)
    default:
      let text = known.map(real) ?? plain(field)
      return text.contains { " {}[]\"#'".contains($0) } ? "'\(text)'" : text
    }
  }

  /// A declared example that is a code becomes one that its reader sees.
  private func real(_ known: String) -> String {
    guard SeenCodes.isCode(known) else { return known }
    return realCode(String(known.prefix { $0 != "-" })) ?? known
  }

  /// Nested values whole, also what may be left out, with blanks where a line may be broken.
  private func json(_ field: FieldEntry) -> String {
    switch field.kind {
    case "list": "[" + (field.parts?.first.map(json) ?? "") + "]"
    case "object": "{" + (field.parts ?? []).map { "\"\($0.name)\": \(json($0))" }.joined(separator: ", ") + "}"
    case "bool", "int", "rial": plain(field)
    case "reference" where field.prefix == nil: plain(field)
    default: "\"\(plain(field))\""
    }
  }

  private func plain(_ field: FieldEntry) -> String {
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
    case "reference": field.prefix.map { realCode($0) ?? ($0 == "ST" ? "ST-IR-1402-0001" : "\($0)-27-1403-0001") } ?? "1"
    default: language == .fa ? "متن" : "text"
    }
  }
}
