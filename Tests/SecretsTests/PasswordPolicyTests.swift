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
    "mohammadreza", "Admin@123456", "welcome2024!", "بهزيستي12345",
  ])
  func `Well-known words, local names and keyboard runs alone do not make a password`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == .common)
  }

  @Test(arguments: ["aaaaaaaaaaaa", "121212121212", "........------", "ااااببببااااب"])
  func `Few different characters are refused`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == .monotonous)
  }

  @Test(arguments: [
    "correct horse battery staple", "tehran is loud but my garden sleeps", "سه گربهٔ خاکستری روی دیوار کاهگلی",
    "Xk7$Lq9!vTz2", "   leading and trailing spaces   ",
  ])
  func `A sentence or a random word passes, also with a local name in it`(password: String) {
    #expect(PasswordPolicy.check(password, forbiddenWords: provinces) == nil)
  }

  @Test func `A name handed in counts, and only then`() {
    #expect(PasswordPolicy.check("khorramabad77", forbiddenWords: []) == nil)
    #expect(PasswordPolicy.check("khorramabad77", forbiddenWords: ["Khorramabad"]) == .common)
  }

  @Test func `Each refusal has its own words in both languages`() {
    let faults: [PasswordFault] = [.tooShort(minimum: 12), .tooLong(maximum: 256), .common, .monotonous]
    #expect(Set(faults.map(\.fa)).count == faults.count)
    #expect(Set(faults.map(\.en)).count == faults.count)
    #expect(PasswordFault.tooShort(minimum: 12).fa.contains("۱۲"))
  }
}
