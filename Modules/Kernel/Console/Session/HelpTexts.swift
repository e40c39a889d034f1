import Engine
import Values

/// What the console says about itself and about a command.
enum HelpTexts {
  /// - Parameter topic: a word of the console's own, whose lines are wanted; nil for all of them.
  static func console(_ style: Style, about topic: String? = nil) -> String {
    let wanted = entries.filter { entry in
      topic == nil || entry.typed.split { $0 == " " || $0 == "," }.contains { $0 == topic ?? "" }
    }
    var page = PageLines(style)
    page.addColumns(wanted.map { ($0.typed, [style.said($0.fa, $0.en)]) })
    return page.text
  }

  private static let entries: [(typed: String, en: String, fa: String)] = [
    ("MODULE VERB [value] [field=value]", "a command with its values; also --field value", "فرمان، سپس مقدارها؛ نیز --field value"),
    ("  --json", "answer and errors as JSON", "پاسخ و خطا به JSON"),
    ("  --dry-run", "what would happen, nothing is kept", "آزمایشی؛ بی‌ثبت"),
    ("  --yes", "confirm without being asked", "تأیید بدون پرسش"),
    ("  --reason TEXT", "the reason, where one is kept", "دلیل"),
    ("  --all", "every page of a list", "همهٔ صفحه‌های فهرست"),
    ("  --columns A,B", "these fields only, numbers too", "تنها این فیلدها، شماره‌ها نیز"),
    ("  --labels", "words instead of codes in csv too", "برچسب به جای کد، در csv نیز"),
    ("  | MODE", "this answer as csv, json, …", "همین پاسخ به شکلی دیگر: csv، json، …"),
    ("dryrun COMMAND", "the same as --dry-run", "همان اجرای آزمایشی"),
    ("begin, commit, rollback", "all or nothing", "همه یا هیچ"),
    ("show CODE", "where it stands, what happened, what may come next", "وضع، گذشته و گام بعد"),
    ("trace CODE", "its road over all modules, both ways", "راه آن در همهٔ بخش‌ها"),
    ("tasks [MODULE] [step=…] [limit=N]", "what waits for me", "کارهای در انتظار من"),
    ("import MODULE VERB FILE", "a sheet: one action for each row", "برگه: هر سطر یک فرمان"),
    ("  --skip-invalid, --again", "good rows stay; the same file once more", "سطرهای خوب بمانند؛ همان فایل دوباره"),
    ("  --encoding, --ignore, --map", "as hamyar import has them", "چنان‌که hamyar import دارد"),
    ("  FIELD=VALUE", "the same in every row", "یکسان در همهٔ سطرها"),
    ("export MODULE LIST FILE [--bom]", "a whole list into a new file", "همهٔ یک فهرست در پروندهٔ تازه"),
    ("jobs, jobs show ID [--follow]", "long work of the server", "کارهای بلند کارگزار"),
    ("jobs cancel ID, \\dj", "ends one, lists them", "پایان یکی، فهرست همه"),
    ("help [MODULE [VERB]]", "help", "راهنما"),
    ("login USER, logout", "signing in and out", "ورود و خروج"),
    ("\\d [MODULE [VERB] | THING]", "modules, commands, things", "بخش‌ها، فرمان‌ها، چیزها"),
    ("\\d+ [MODULE | THING]", "the same with rows, with fields", "همان با ردیف‌ها، با فیلدها"),
    ("\\dr", "rules in force", "قاعده‌های جاری"),
    ("\\dp", "what I may do", "مجوزهای من"),
    ("\\mode MODE", "table, vertical, json, jsonl, csv, tsv, markdown or html", "table، vertical، json، jsonl، csv، tsv، markdown یا html"),
    ("\\x [on|off|auto]", "one field a line", "هر فیلد در یک سطر"),
    ("\\o [MODE] FILE, \\o", "answers into a file, back", "خروجی در پرونده، بازگشت"),
    ("\\i FILE", "run a file", "اجرای پرونده"),
    ("\\set NAME VALUE", ":NAME stands for the value", "متغیر؛ :NAME به جای مقدار"),
    ("\\gset [PREFIX]", "the last answer as variables", "پاسخ پیش به متغیرها"),
    ("\\watch SECONDS QUERY", "repeat until Ctrl-C", "تکرار پرس‌وجو تا Ctrl-C"),
    ("\\timing, \\errverbose", "time taken, last error", "زمان اجرا، آخرین خطا"),
    ("\\null TEXT, \\pager on|off", "sign of nothing, paging", "نشانهٔ هیچ، صفحه‌به‌صفحه"),
    ("\\lang fa|en", "language of the console", "زبان کنسول"),
    ("\\bidi auto|isolate|visual|off", "direction of text", "جهت متن"),
    ("\\digits fa|en", "digits", "رقم‌ها"),
    ("Tab, Ctrl-R, Ctrl-Y", "completes, searches, puts back", "کامل‌کردن، جستن، بازگرداندن"),
    ("\\q", "leave", "پایان"),
  ]

  /// Whether a field of a command has to be there.
  static func need(of field: FieldEntry, in command: CommandEntry, _ style: Style) -> String {
    if command.pathFields.contains(where: { $0.name == field.name }) { return style.said("نشانی", "path") }
    return field.isOptional ? style.said("اختیاری", "optional") : style.said("لازم", "needed")
  }

  /// The kind in words.
  static func kindInWords(of field: FieldEntry, _ style: Style) -> String {
    let known: [String: (String, String)] = [
      "bool": ("بله یا خیر", "yes or no"), "int": ("عدد", "number"), "text": ("متن", "text"), "day": ("روز", "day"),
      "rial": ("ریال", "rial"), "province": ("استان", "province"), "nationalID": ("کد ملی", "national ID"),
      "legalEntityID": ("شناسهٔ ملی", "legal entity ID"), "iban": ("شبا", "IBAN"), "mobile": ("تلفن همراه", "mobile number"),
      "bytes": ("بایت‌ها", "bytes"),
    ]
    switch field.kind {
    case "list":
      return style.said("فهرست ", "list of ") + (field.parts?.first.map { kindInWords(of: $0, style) } ?? style.said("مقدار", "values"))
    case "choice":
      return (field.choices ?? []).map { choice in
        let word = choice.texts[style.language]
        return word == choice.value || word.isEmpty ? choice.value : "\(choice.value) (\(word))"
      }.joined(separator: " | ")
    case "object": return "{" + (field.parts ?? []).map(\.name).joined(separator: ", ") + "}"
    case "reference": return field.prefix.map { "\($0)-…" } ?? style.said("ارجاع", "reference")
    default: return known[field.kind].map { style.said($0.0, $0.1) } ?? field.kind
    }
  }

  /// The kind with what it points to or may be.
  static func kind(of field: FieldEntry) -> String {
    switch field.kind {
    case "choice": (field.choices ?? []).map(\.value).joined(separator: "|")
    case "reference": field.prefix.map { "\($0)-…" } ?? "reference"
    case "list": "list of " + (field.parts?.first.map(kind) ?? "values")
    case "object": "{" + (field.parts ?? []).map(\.name).joined(separator: ", ") + "}"
    default: field.kind
    }
  }
}
