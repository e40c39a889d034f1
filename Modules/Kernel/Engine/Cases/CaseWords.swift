import Feature

/// The words of what the engine answers about things of all modules.
enum CaseWords {
  static let words: Words = [
    "object": ("نام در دفتر", "name in the ledger"), "code": ("کد", "code"), "name": ("نام", "name"), "kind": ("چه چیزی", "kind"),
    "module": ("بخش", "module"), "province": ("استان", "province"), "state": ("حالت", "state"), "revision": ("ویرایش", "revision"),
    "fields": ("فیلدها", "fields"), "guarded": ("فیلدهای پوشیده", "guarded fields"), "events": ("رویدادها", "events"),
    "eventCount": ("شمار رویدادها", "number of events"), "next": ("گام‌های بعد", "what may come next"), "value": ("مقدار", "value"),
    "textFa": ("متن فارسی", "text in Persian"), "textEn": ("متن انگلیسی", "text in English"), "fa": ("فارسی", "Persian"),
    "en": ("انگلیسی", "English"), "entry": ("شمارهٔ ثبت", "entry"), "day": ("روز", "day"), "time": ("زمان", "time"),
    "actor": ("انجام‌دهنده", "actor"), "actorName": ("نام انجام‌دهنده", "name of the actor"), "role": ("سمت", "role"),
    "roleLabel": ("نام سمت", "name of the role"),
    "action": ("کار", "action"), "outcome": ("نتیجه", "outcome"), "reason": ("دلیل", "reason"), "refusal": ("کد رد", "refusal"),
    "move": ("گام", "step"), "to": ("به", "to"), "isAwaited": ("در انتظار", "awaited"), "isPermitted": ("مجاز", "permitted"),
    "roles": ("چه کسانی می‌توانند", "who may"), "isTried": ("آزموده", "tried"), "needs": ("آنچه باید نوشت", "what it needs"),
    "against": ("آنچه مانع است", "what stands against it"), "rule": ("قاعده", "rule"), "steps": ("گام‌ها", "steps"),
    "relation": ("نسبت", "relation"), "milestones": ("روزها", "days"), "isWhole": ("کامل", "complete"), "items": ("ردیف‌ها", "rows"),
    "total": ("همه", "total"), "actions": ("کارها", "actions"), "about": ("دربارهٔ", "about"), "since": ("از", "since"),
    "lastDay": ("آخرین روز", "last day"),
    "limit": ("حداکثر", "at most"), "step": ("گام", "step"), "urgency": ("فوریت", "urgency"), "counts": ("شمارش گام‌ها", "counts of steps"),
    "count": ("شمار", "count"), "first": ("نخستین", "first"),
  ]
}
