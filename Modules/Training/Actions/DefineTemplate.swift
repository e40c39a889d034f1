import Contracts
import Feature

/// Writes a curriculum down; the same title again is its next version.
struct DefineTemplate: Action {
  var province: Province
  var kind: CourseKind
  var title: String
  var days: Int?
  var sessions: [TemplateSession]?

  static let spec = Spec(
    "training.define-template", "تدوین برنامهٔ آموزشی", "Define a curriculum", .post, "/training/templates",
    permission: .trainingTemplates,
    fields: [
      "province": ("استان", "province"), "kind": ("نوع دوره", "kind of course"), "title": ("عنوان", "title"),
      "days": ("شمار روزها؛ برای کارگاه تسهیلگران از S3", "number of days; for the workshop as S3 says"),
      "sessions": (
        "جلسه‌ها: روز، نیم‌روز، عنوان؛ اگر نیاید، چیدمان استاندارد",
        "sessions: day, half, title; the standard layout when left out"
      ),
    ])

  func perform(in work: borrowing Transaction) throws -> CourseTemplate {
    let name = try TrainingText.stored(title, at: "/title", most: TrainingText.line)
    guard !name.isEmpty else {
      throw Refusal.input("/title", "training.title", Texts("عنوان لازم است.", "A title is needed."))
    }
    let shape = try work.parameters(of: TemplateShape.self, in: province)
    guard let length = days ?? (kind == .localFacilitatorWorkshop ? shape.workshopDays : nil) else {
      throw Refusal.input("/days", "training.days", Texts("شمار روزها لازم است.", "The number of days is needed."))
    }
    let plan = sessions ?? Self.standardSessions(days: min(length, shape.longestCourse))
    try work.require(
      TemplateShape.self,
      .init(kind: kind, days: length, halfDays: plan.map { "\($0.day)-\($0.half.rawValue)" }), in: province)
    let key = PersianText.nameKey(name)
    let last = try work.first(
      CourseTemplate.self, "province = ? AND kind = ? AND title_key = ? ORDER BY version DESC", province, kind, key)
    return try work.insert(
      CourseTemplate(
        province: province, kind: kind, title: name, titleKey: KeyText(key), version: (last?.version ?? 0) + 1, days: length,
        sessions: plan.enumerated().map { place, session in
          let title = try TrainingText.stored(session.title, at: "/sessions/\(place)/title", most: TrainingText.line)
          return TemplateSession(day: session.day, half: session.half, title: title)
        }))
  }

  /// One morning and one afternoon session a day, numbered.
  private static func standardSessions(days: Int) -> [TemplateSession] {
    guard days > 0 else { return [] }
    return (1...days).flatMap { day in
      HalfDay.allCases.enumerated().map { place, half in
        let number = PersianText.persianDigits(String(2 * day - 1 + place))
        return TemplateSession(day: day, half: half, title: "جلسهٔ \(number)")
      }
    }
  }
}
