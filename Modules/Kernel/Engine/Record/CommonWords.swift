import Feature
import Values

/// Words that mean the same in every module, and those of the engine's own answers.
enum CommonWords {
  static let words: Words = [
    "agencies": ("مراجع", "agencies"),
    "agency": ("مرجع", "agency"),
    "answer": ("فیلدهای پاسخ", "answer's fields"),
    "applicant": ("متقاضی", "applicant"),
    "attendance": ("حاضران", "attendance"),
    "birth": ("تاریخ تولد", "birth date"),
    "choices": ("گزینه‌ها", "choices"),
    "code": ("کد", "code"),
    "commands": ("فرمان‌ها", "commands"),
    "consentedOn": ("تاریخ رضایت", "consent date"),
    "county": ("شهرستان", "county"),
    "criteria": ("معیارها", "criteria"),
    "criterion": ("معیار", "criterion"),
    "cursor": ("نشانهٔ برگ", "page mark"),
    "day": ("روز", "day"),
    "days": ("شمار روزها", "days"),
    "daysBefore": ("روزهای پیش از پایان", "days before the end"),
    "document": ("سند", "document"),
    "done": ("انجام‌شده", "done"),
    "dryRun": ("اجرای آزمایشی", "dry run"),
    "due": ("موعد", "due"),
    "dueUntil": ("موعد تا", "due until"),
    "en": ("انگلیسی", "English"),
    "endedAt": ("زمان پایان", "ended at"),
    "entries": ("مدخل‌های دفتر", "ledger entries"),
    "environment": ("محیط", "environment"),
    "fa": ("فارسی", "Persian"),
    "faults": ("خطاها", "faults"),
    "fields": ("فیلدها", "fields"),
    "from": ("از", "from"),
    "group": ("گروه", "group"),
    "hasEdited": ("پیش‌تر ویرایش‌کرده", "has edited"),
    "heldOn": ("تاریخ برگزاری", "held on"),
    "id": ("شماره", "number"),
    "inclusive": ("خودِ کمترین سن پذیرفته", "minimum age included"),
    "institute": ("مؤسسه", "institute"),
    "isFavourable": ("بی‌مانع", "no objection"),
    "isLiterate": ("باسواد", "literate"),
    "isOptional": ("اختیاری", "optional"),
    "isPersonal": ("شخصی", "personal"),
    "isSighted": ("اصل رؤیت‌شده", "original sighted"),
    "issuedOn": ("تاریخ صدور", "issued on"),
    "items": ("ردیف‌ها", "items"),
    "kind": ("نوع", "kind"),
    "letterDate": ("تاریخ نامه", "letter date"),
    "letterNumber": ("شمارهٔ نامه", "letter number"),
    "limit": ("ردیف در هر برگ", "rows a page"),
    "log": ("گزارش کار", "log"),
    "minimumAge": ("کمترین سن", "minimum age"),
    "minutes": ("صورتجلسه", "minutes"),
    "module": ("ماژول", "module"),
    "modules": ("ماژول‌ها", "modules"),
    "mustBeLiterate": ("لزوم سواد", "must be literate"),
    "name": ("نام", "name"),
    "nameKey": ("کلید نام", "name key"),
    "need": ("نیاز", "need"),
    "neighbourhood": ("محله", "neighbourhood"),
    "object": ("موضوع", "object"),
    "on": ("در روز", "on day"),
    "parts": ("اجزا", "parts"),
    "path": ("مسیر", "path"),
    "permission": ("حق دسترسی", "permission"),
    "person": ("شخص", "person"),
    "place": ("مکان", "place"),
    "population": ("جمعیت", "population"),
    "post": ("سمت", "post"),
    "prefix": ("حروف کد", "code letters"),
    "province": ("استان", "province"),
    "ranking": ("اولویت‌بندی", "ranking"),
    "reason": ("علت", "reason"),
    "refusal": ("علت ناکامی", "refusal"),
    "remindOn": ("یادآوری بعدی", "next reminder"),
    "report": ("گزارش", "report"),
    "requestedOn": ("تاریخ درخواست", "requested on"),
    "result": ("نتیجه", "result"),
    "rev": ("ویرایش", "revision"),
    "role": ("نقش", "role"),
    "roles": ("نقش‌ها", "roles"),
    "rules": ("قاعده‌ها", "rules"),
    "search": ("جست‌وجو", "search"),
    "sentences": ("به بیان ساده", "in words"),
    "since": ("از", "since"),
    "skipRefused": ("گذر از سطرهای ردشده", "skip refused rows"),
    "sortKey": ("کلید ترتیب", "sort key"),
    "startedAt": ("زمان آغاز", "started at"),
    "startedOn": ("تاریخ آغاز", "started on"),
    "state": ("وضعیت", "state"),
    "step": ("گام", "step"),
    "texts": ("متن‌ها", "texts"),
    "things": ("موجودیت‌ها", "things"),
    "title": ("عنوان", "title"),
    "titleKey": ("کلید عنوان", "title key"),
    "to": ("به", "to"),
    "total": ("جمع", "total"),
    "until": ("تا", "until"),
    "upTo": ("تا روز", "up to"),
    "validFrom": ("آغاز اعتبار", "valid from"),
    "validUntil": ("پایان اعتبار", "valid until"),
    "value": ("مقدار", "value"),
    "version": ("نسخه", "version"),
    "ways": ("گذارها", "ways"),
    "weight": ("وزن", "weight"),
    "work": ("کار", "work"),
    "year": ("سال", "year"),
    "Citation.source": ("منبع", "source"),
    "CommandEntry.id": ("شناسه", "identifier"),
    "CommandEntry.method": ("روش HTTP", "HTTP method"),
    "CommandEntry.weight": ("اهمیت", "gravity"),
    "Job.done": ("گام‌های انجام‌شده", "steps done"),
    "Job.owner": ("درخواست‌کننده", "asked by"),
    "Job.total": ("همهٔ گام‌ها", "total steps"),
    "ListPage.next": ("برگ بعد", "next page"),
    "ModuleEntry.id": ("شناسه", "identifier"),
    "RuleEntry.id": ("شناسه", "identifier"),
    "RuleEntry.source": ("منبع", "source"),
  ]
}

extension [Field] {
  /// The fields with what people call them, those of nested structs and lists included.
  ///
  /// - Parameter type: whose properties they are; its own words come before the module's general ones.
  func labelled<Declared>(by words: Words, in type: Declared.Type) -> [Field] { labelled(by: words, in: Schema.name(of: type)) }

  func labelled(by words: Words, in type: String) -> [Field] { map { $0.labelled(by: words, in: type) } }
}

extension Field {
  func labelled(by words: Words, in type: String) -> Field {
    var field = self
    switch kind {
    case .object(let parts): field = field.with(.object(parts.labelled(by: words, in: typeName)))
    case .list(let element): field = field.with(.list(element.labelled(by: words, in: type)))
    default: break
    }
    let label = words.label(of: name, in: type) ?? CommonWords.words.label(of: name, in: type)
    field.label = label ?? field.label
    if field.texts.en.isEmpty { field.texts = field.label }
    return field
  }
}
