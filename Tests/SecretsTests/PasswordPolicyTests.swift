import Secrets
import Testing

struct PasswordPolicyTests {
  let provinces = ["تهران", "Tehran", "اصفهان", "Isfahan", "گیلان"]

  @Test func `Eleven characters are too few, twelve are enough`() {
    #expect(PasswordPolicy.check("xk7vmq2wrtz", forbiddenWords: []) == .tooShort(minimum: 12))
    #expect(PasswordPolicy.check("xk7vmq2wrtzp", forbiddenWords: []) == nil)
    #expect(PasswordPolicy.check("", forbiddenWords: []) == .tooShort(minimum: 12))
  }

  @Test func `Up to 256 characters are taken, of any script`() {
    let varied = String((0..<256).map { Character(Unicode.Scalar(0x4E00 + $0 * 7) ?? "x") })
    #expect(PasswordPolicy.check(varied, forbiddenWords: []) == nil)
    #expect(PasswordPolicy.check(varied + "a", forbiddenWords: []) == .tooLong(maximum: 256))
    // One visible letter under 300 marks is 301 characters here.
    let marks = "a" + String(repeating: "\u{0301}", count: 300)
    #expect(PasswordPolicy.check(marks, forbiddenWords: []) == .tooLong(maximum: 256))
  }

  @Test(arguments: [
    "password1234", "Passw0rd12345", "qwertyuiop123", "1q2w3e4r5t6y", "abcdefghijkl", "zyxwvutsrqpo", "Behzisti1405",
    "HAMYARhamyar1", "behzisti۱۲۳۴", "tehran123456", "تهران۱۲۳۴۵۶۷", "بهزیستی ۱۴۰۵", "ضصثقفغعهخحجچ", "iloveyouallah",
    "mohammadreza", "Admin@123456", "welcome2024!", "بهزيستي12345", "p@$$w0rd!!!2024", "4dm1n15tr4t0r99", "!!!Esteghlal1369!!!",
    "khorramabad77", "Sanandaj-1378", "golestan.hamyar", "zahra_13650412", "فاطمه و مریم ۱۳۶۵", "علی‌رضا۱۳۷۰۰۱۰۱", "09121234567890",
    "1398-1399-1400", "19501951195219", "asdfghjkl!QAZ", "dragonmonkey77", "خدا عشق زندگی ۱۲", "doosetdaram azizam", "ILOVEyou2!2!2!",
    "پرسپولیس۱۳۴۲پرسپولیس",
  ])
  func `A few well-known words, local names, short numbers and keyboard runs do not make a password`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == .common)
  }

  @Test(arguments: [
    "aaaaaaaaaaaa", "121212121212", "........------", "ااااببببااااب", "xk7vmqxk7vmq", "xk7vmqxk7vmqxk7", "tehranbadtehranbad",
    "م۷گ!رم۷گ!رم۷گ!ر",
  ])
  func `Few different characters, and a short piece over and over, are refused`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == .monotonous)
  }

  @Test(arguments: [
    "correct horse battery staple", "tehran is loud but my garden sleeps", "سه گربهٔ خاکستری روی دیوار کاهگلی",
    "Xk7$Lq9!vTz2", "   leading and trailing spaces   ", "nardeban-e abi 47 pelleh", "Sarv-e-naz 382910475", "own-7h2kq-9xmtw-p4vrz-k8nbd",
    "vqmzhtwkrbxp", "WQ8@mz#41Lpv", "9f3k1x7z2q8w", "kaleidoscope wobbles", "چتر نارنجی پیرمرد", "نردبان هفت‌پله شکسته",
    "دوچرخه‌سوار بی‌حوصله",
    "tea with cardamom at dusk", "my uncle repairs old radios", "خاله‌ام رادیوی کهنه تعمیر می‌کند", "zq-tv-39-kx-wm",
    "purple elephants juggle teapots",
    "Gh7!pass$Wq2zN", "behzisti kVz8#qLw", "admin likes crooked pencils", "8261-kfwz-3907-qpmx", "ژاله‌باران نیمه‌شب کویر",
    "مورچه‌ها قند می‌برند",
    "lVnRq8sTzWbD", "unreadable handwriting", "squeaky bicycle bell", "wet socks, cold tea",
  ])
  func `A sentence or a random word passes, also with a well-known word in it`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == nil)
  }

  @Test(arguments: ["nazdaran loves crooked pencils", "crooked Bakhshande pencils", "crooked b4khsh4nde pencils", "مداد کج بخشنده شکست"])
  func `Nobody's own name is in their password`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: []) == nil)
    #expect(PasswordPolicy.check(password, forbiddenWords: [], ownNames: ["n.bakhshande", "nazdaran", "بخشنده"]) == .ownName)
  }

  @Test func `A name handed in counts, and only then`() {
    #expect(PasswordPolicy.check("kalategarran77", forbiddenWords: []) == nil)
    #expect(PasswordPolicy.check("kalategarran77", forbiddenWords: ["Kalate-Garran"]) == .common)
  }

  @Test func `Each refusal has its own words in both languages`() {
    let faults: [PasswordFault] = [.tooShort(minimum: 12), .tooLong(maximum: 256), .common, .monotonous, .ownName]
    #expect(Set(faults.map(\.fa)).count == faults.count)
    #expect(Set(faults.map(\.en)).count == faults.count)
    #expect(PasswordFault.tooShort(minimum: 12).fa.contains("۱۲"))
  }
}
