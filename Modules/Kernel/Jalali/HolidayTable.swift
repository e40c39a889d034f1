/// The national holidays of 1403-1406, kept as occasions and dates (month * 100 + day).
enum HolidayTable {
  typealias Occasion = (fa: String, en: String)

  static func holidays() -> [Holiday] {
    var found: [JalaliDay: Holiday] = [:]
    for year in Holiday.knownYears {
      for (date, occasion) in fixed {
        enter(occasion, year, date, .solarFixed, false, into: &found)
      }
    }
    for (year, estimatedFrom, dates) in lunar {
      for (date, occasion) in dates {
        enter(occasion, year, date, .lunar, date >= estimatedFrom, into: &found)
      }
    }
    for date in 1210...1216 {
      enter(("تعطیلی عمومی به دستور دولت", "Public Holiday"), 1404, date, .adHoc, false, into: &found)
    }
    return found.values.sorted { $0.day < $1.day }
  }

  /// A second occasion of a day joins the first and leaves its kind; dates a year does not have (12/30) fall out.
  private static func enter(
    _ occasion: Occasion, _ year: Int, _ date: Int, _ kind: Holiday.Kind, _ estimated: Bool,
    into found: inout [JalaliDay: Holiday]
  ) {
    guard let day = try? JalaliDay(year, date / 100, date % 100) else { return }
    let first = found[day]
    found[day] = Holiday(
      day: day, kind: first?.kind ?? kind, fa: first.map { $0.fa + "؛ " + occasion.fa } ?? occasion.fa,
      en: first.map { $0.en + "; " + occasion.en } ?? occasion.en, isEstimated: first?.isEstimated ?? estimated)
  }

  private static let fixed: [(Int, Occasion)] = [
    (0101, ("جشن نوروز", "Nowruz")),
    (0102, ("عید نوروز", "Nowruz Holiday")), (0103, ("عید نوروز", "Nowruz Holiday")),
    (0104, ("عید نوروز", "Nowruz Holiday")),
    (0112, ("روز جمهوری اسلامی", "Islamic Republic Day")), (0113, ("روز طبیعت", "Nature's Day")),
    (0314, ("رحلت امام خمینی", "Death of Imam Khomeini")), (0315, ("قیام ۱۵ خرداد", "15 Khordad Uprising")),
    (1122, ("پیروزی انقلاب اسلامی", "Islamic Revolution Day")),
    (1229, ("روز ملی شدن صنعت نفت ایران", "Iranian Oil Industry Nationalization Day")),
    (1230, ("آخرین روز سال", "Last Day of Year")),
  ]

  private static let fitr: Occasion = ("عید سعید فطر", "Eid al-Fitr")
  private static let fitrHoliday: Occasion = ("تعطیل به مناسبت عید سعید فطر", "Eid al-Fitr Holiday")
  private static let sadiq: Occasion = ("شهادت امام جعفر صادق (ع)", "Martyrdom of Imam Ja'far al-Sadiq")
  private static let adha: Occasion = ("عید سعید قربان", "Eid al-Adha")
  private static let ghadir: Occasion = ("عید سعید غدیر خم", "Eid al-Ghadir")
  private static let tasua: Occasion = ("تاسوعای حسینی", "Tasua")
  private static let ashura: Occasion = ("عاشورای حسینی", "Ashura")
  private static let arbaeen: Occasion = ("اربعین حسینی", "Arbaeen")
  private static let prophet: Occasion = (
    "رحلت رسول اکرم (ص) و شهادت امام حسن مجتبی (ع)", "Death of Prophet Muhammad and Martyrdom of Hasan ibn Ali"
  )
  private static let rida: Occasion = ("شهادت امام رضا (ع)", "Martyrdom of Ali al-Rida")
  private static let askari: Occasion = ("شهادت امام حسن عسکری (ع)", "Martyrdom of Hasan al-Askari")
  private static let milad: Occasion = (
    "میلاد رسول اکرم (ص) و امام جعفر صادق (ع)", "Birthday of Muhammad and Imam Ja'far al-Sadiq"
  )
  private static let fatima: Occasion = ("شهادت حضرت فاطمه زهرا (س)", "Martyrdom of Fatima")
  private static let aliBirth: Occasion = ("ولادت امام علی (ع) و روز پدر", "Birthday of Imam Ali")
  private static let mabath: Occasion = ("مبعث رسول اکرم (ص)", "Isra' and Mi'raj")
  private static let mahdi: Occasion = ("ولادت حضرت قائم (عج)، نیمهٔ شعبان", "Birthday of Mahdi")
  private static let ali: Occasion = ("شهادت حضرت علی (ع)", "Martyrdom of Imam Ali")

  /// By year: the first date that was an estimate (1300 = none), then the dates of the moon.
  private static let lunar: [(Int, Int, [(Int, Occasion)])] = [
    (
      1403, 1300,
      [
        (0113, ali), (0122, fitr), (0123, fitrHoliday), (0215, sadiq), (0328, adha), (0405, ghadir),
        (0425, tasua), (0426, ashura), (0604, arbaeen), (0612, prophet), (0614, rida), (0622, askari),
        (0631, milad), (0915, fatima), (1025, aliBirth), (1109, mabath), (1126, mahdi),
      ]
    ),
    (
      1404, 1300,
      [
        (0102, ali), (0111, fitr), (0112, fitrHoliday), (0204, sadiq), (0316, adha), (0324, ghadir),
        (0414, tasua), (0415, ashura), (0523, arbaeen), (0531, prophet), (0602, rida), (0610, askari),
        (0619, milad), (0903, fatima), (1013, aliBirth), (1027, mabath), (1115, mahdi), (1220, ali),
      ]
    ),
    (
      1405, 1016,
      [
        (0101, fitr), (0102, fitrHoliday), (0125, sadiq), (0306, adha), (0314, ghadir), (0403, tasua),
        (0404, ashura), (0513, arbaeen), (0521, prophet), (0522, rida), (0530, askari), (0608, milad),
        (0822, fatima), (1002, aliBirth), (1016, mabath), (1104, mahdi), (1210, ali), (1219, fitr),
        (1220, fitrHoliday),
      ]
    ),
    (
      1406, 0114,
      [
        (0114, sadiq), (0227, adha), (0304, ghadir), (0325, tasua), (0326, ashura), (0503, arbaeen),
        (0511, prophet), (0512, rida), (0520, askari), (0529, milad), (0812, fatima), (0921, aliBirth),
        (1005, mabath), (1023, mahdi), (1129, ali), (1208, fitr), (1209, fitrHoliday),
      ]
    ),
  ]
}

/// A day on which offices are closed beside the weekend.
public struct Holiday: Hashable, Sendable {
  /// Why a day is one, which says whether next year's date can be known.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The same Jalali date each year.
    case solarFixed
    /// Follows the moon: moves about eleven days back each year.
    case lunar
    /// Ordered once by the government or a governor.
    case adHoc
  }

  /// When.
  public let day: JalaliDay
  /// Why it is one.
  public let kind: Kind
  /// The occasion in Persian.
  public let fa: String
  /// The occasion in English.
  public let en: String
  /// A lunar date of a year whose official calendar was not out when the list was made.
  public let isEstimated: Bool

  /// A holiday that a table or an order names.
  ///
  /// - Parameters:
  ///   - day: when.
  ///   - kind: why it is one.
  ///   - fa: the occasion in Persian.
  ///   - en: the occasion in English.
  ///   - isEstimated: whether the official calendar of that year was not out.
  public init(day: JalaliDay, kind: Kind, fa: String, en: String, isEstimated: Bool = false) {
    self.day = day
    self.kind = kind
    self.fa = fa
    self.en = en
    self.isEstimated = isEstimated
  }

  /// The years `known` covers.
  public static let knownYears = 1403...1406

  /// The national holidays of 1403-1406 in order, one entry a day (two occasions on one day share it).
  ///
  /// From the list of the public package holidays 0.109, not the official calendar: lunar days from 1405/10/16 on
  /// are estimates, and governors' closures are not in it.
  public static let known: [Holiday] = HolidayTable.holidays()
}
