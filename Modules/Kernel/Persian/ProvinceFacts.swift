/// What is known of a province beside its number.
///
/// Codes: iso-codes 4.15.0 and the Statistical Centre's list, which agree. Populations: census of 1395, each from at
/// least two public lists; their sum is the national total. Capitals: general knowledge.
struct ProvinceFacts: Sendable {
  let fa: String
  let en: String
  let capitalFa: String
  let capitalEn: String
  let census1395: Int
  /// The number in the ISO list before the renumbering.
  let previous: UInt8

  private init(_ fa: String, _ en: String, _ capitalFa: String, _ capitalEn: String, _ census: Int, _ previous: UInt8) {
    self.fa = fa
    self.en = en
    self.capitalFa = capitalFa
    self.capitalEn = capitalEn
    census1395 = census
    self.previous = previous
  }

  /// By number.
  static let all: [ProvinceFacts] = [
    .init("مرکزی", "Markazi", "اراک", "Arak", 1_429_475, 22),
    .init("گیلان", "Gilan", "رشت", "Rasht", 2_530_696, 19),
    .init("مازندران", "Mazandaran", "ساری", "Sari", 3_283_582, 21),
    .init("آذربایجان شرقی", "East Azerbaijan", "تبریز", "Tabriz", 3_909_652, 1),
    .init("آذربایجان غربی", "West Azerbaijan", "ارومیه", "Urmia", 3_265_219, 2),
    .init("کرمانشاه", "Kermanshah", "کرمانشاه", "Kermanshah", 1_952_434, 17),
    .init("خوزستان", "Khuzestan", "اهواز", "Ahvaz", 4_710_509, 10),
    .init("فارس", "Fars", "شیراز", "Shiraz", 4_851_274, 14),
    .init("کرمان", "Kerman", "کرمان", "Kerman", 3_164_718, 15),
    .init("خراسان رضوی", "Razavi Khorasan", "مشهد", "Mashhad", 6_434_501, 30),
    .init("اصفهان", "Isfahan", "اصفهان", "Isfahan", 5_120_850, 4),
    .init("سیستان و بلوچستان", "Sistan and Baluchestan", "زاهدان", "Zahedan", 2_775_014, 13),
    .init("کردستان", "Kurdistan", "سنندج", "Sanandaj", 1_603_011, 16),
    .init("همدان", "Hamadan", "همدان", "Hamadan", 1_738_234, 24),
    .init("چهارمحال و بختیاری", "Chaharmahal and Bakhtiari", "شهرکرد", "Shahr-e Kord", 947_763, 8),
    .init("لرستان", "Lorestan", "خرم‌آباد", "Khorramabad", 1_760_649, 20),
    .init("ایلام", "Ilam", "ایلام", "Ilam", 580_158, 5),
    .init("کهگیلویه و بویراحمد", "Kohgiluyeh and Boyer-Ahmad", "یاسوج", "Yasuj", 713_052, 18),
    .init("بوشهر", "Bushehr", "بوشهر", "Bushehr", 1_163_400, 6),
    .init("زنجان", "Zanjan", "زنجان", "Zanjan", 1_057_461, 11),
    .init("سمنان", "Semnan", "سمنان", "Semnan", 702_360, 12),
    .init("یزد", "Yazd", "یزد", "Yazd", 1_138_533, 25),
    .init("هرمزگان", "Hormozgan", "بندرعباس", "Bandar Abbas", 1_776_415, 23),
    .init("تهران", "Tehran", "تهران", "Tehran", 13_267_637, 7),
    .init("اردبیل", "Ardabil", "اردبیل", "Ardabil", 1_270_420, 3),
    .init("قم", "Qom", "قم", "Qom", 1_292_283, 26),
    .init("قزوین", "Qazvin", "قزوین", "Qazvin", 1_273_761, 28),
    .init("گلستان", "Golestan", "گرگان", "Gorgan", 1_868_819, 27),
    .init("خراسان شمالی", "North Khorasan", "بجنورد", "Bojnord", 863_092, 31),
    .init("خراسان جنوبی", "South Khorasan", "بیرجند", "Birjand", 768_898, 29),
    .init("البرز", "Alborz", "کرج", "Karaj", 2_712_400, 32),
  ]
}
