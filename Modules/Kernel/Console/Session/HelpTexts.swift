import Engine
import Values

/// What the console says about itself and about a command.
enum HelpTexts {
  /// - Parameter topic: a word of the console's own, whose lines are wanted; nil for all of them.
  static func console(_ style: Style, about topic: String? = nil) -> String {
    let wanted = lines.split(separator: "\n").filter { line in
      guard let topic else { return true }
      return line.split { $0 == " " || $0 == "," }.contains { $0 == topic }
    }
    return wanted.map { line -> String in
      let latin = line.prefix { !Visible.isRightToLeft(String($0)) }
      let persian = String(line[latin.endIndex...])
      return String(latin) + style.directed(persian) + "\n"
    }.joined()
  }

  private static let lines = #"""
    MODULE VERB [values] [field=value | --field value]   فرمان، سپس مقدارها
      --json         answer and errors as JSON              پاسخ و خطا به JSON
      --dry-run      what would happen, nothing is kept     آزمایشی؛ بی‌ثبت
      --yes          confirm without being asked            تأیید بدون پرسش
      --reason TEXT  the reason, where one is kept          دلیل
      --all          every page of a list                   همهٔ صفحه‌های فهرست
      --columns A,B  these fields only, numbers too         تنها این فیلدها
      --labels       words instead of codes in csv too      برچسب به جای کد
      | MODE         this answer as csv, json, …            همین پاسخ به شکلی دیگر
    dryrun COMMAND   the same as --dry-run                  همان اجرای آزمایشی
    begin, commit, rollback   all or nothing                همه یا هیچ
    show CODE        where it stands, what happened, next   وضع، گذشته و گام بعد
    trace CODE       its road over all modules, both ways   راه آن در همهٔ بخش‌ها
    tasks [MODULE] [limit=N]   what waits for me            کارهای در انتظار من
    jobs, jobs show ID [--follow], jobs cancel ID, \dj      کارهای بلند کارگزار
    help [MODULE [VERB]]                                    راهنما
    login USER, logout                                      ورود و خروج
    \d [MODULE [VERB] | THING]   modules, commands, things  بخش‌ها، فرمان‌ها، چیزها
    \d+ [MODULE | THING]         with rows, with fields     با ردیف‌ها، با فیلدها
    \dr  rules in force    \dp  what I may do              قاعده‌های جاری، مجوزهای من
    \mode table|vertical|json|jsonl|csv|tsv|markdown|html   شکل خروجی
    \x [on|off|auto]          one field a line              هر فیلد در یک سطر
    \o [MODE] FILE, \o        answers into a file, back     خروجی در پرونده، بازگشت
    \i FILE                   run a file                    اجرای پرونده
    \set NAME VALUE           :NAME stands for the value    متغیر
    \gset [PREFIX]            the last answer as variables  پاسخ پیش به متغیرها
    \watch SECONDS QUERY      repeat until Ctrl-C           تکرار پرس‌وجو
    \timing, \errverbose      time taken, last error        زمان اجرا، آخرین خطا
    \null TEXT, \pager on|off    sign of nothing, paging    نشانهٔ هیچ، صفحه‌به‌صفحه
    \lang fa|en               language of answers           زبان پاسخ‌ها
    \bidi auto|isolate|visual|off, \digits fa|en            جهت متن، رقم‌ها
    Tab  completes   Ctrl-R  searches   Ctrl-Y  puts back   کامل، جستن، بازگرداندن
    \q                        leave                         پایان

    """#

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
