import Secrets
import Testing

struct PasswordTests {
  @Test func `A password is kept as Argon2id with the stated cost and found again`() throws {
    let encoded = try Password.hash("کتاب‌خانهٔ آبی ۱۲")
    #expect(encoded.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
    #expect(Password.verify("کتاب‌خانهٔ آبی ۱۲", against: encoded))
    #expect(!Password.needsRehash(encoded))
    // Byte for byte: without the joiner, with another kind of digits, with a space at the end.
    #expect(!Password.verify("کتابخانهٔ آبی ۱۲", against: encoded))
    #expect(!Password.verify("کتاب‌خانهٔ آبی 12", against: encoded))
    #expect(!Password.verify("کتاب‌خانهٔ آبی ۱۲ ", against: encoded))
  }

  @Test func `The same password twice gives two different texts`() throws {
    #expect(try Password.hash("correct horse") != Password.hash("correct horse"))
  }

  @Test func `A hash of another cost, or none at all, is to be made anew`() {
    let weak = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
    #expect(Password.needsRehash(weak + "qEOE3J8U2sMPwVdHOqrSS0SwrpBgLJjJsombermy1UQ"))
    #expect(Password.needsRehash(""))
    #expect(Password.needsRehash(String(repeating: "a", count: 10_000)))
    #expect(!Password.verify("", against: ""))
    #expect(!Password.verify("x", against: String(repeating: "a", count: 10_000)))
  }

  @Test func `The decoy has today's cost and opens to nothing obvious`() {
    #expect(!Password.needsRehash(Password.decoy))
    #expect(!Password.verify("", against: Password.decoy))
    #expect(!Password.verify("password", against: Password.decoy))
  }

  @Test func `A one-time password is readable, unlike the last, and passes the policy`() {
    let passwords = (0..<200).map { _ in Random.password() }
    #expect(Set(passwords).count == passwords.count)
    for password in passwords {
      #expect(password.split(separator: "-").map(\.count) == [5, 5, 5, 5])
      #expect(!password.contains { "01oil".contains($0) })
      #expect(PasswordPolicy.check(password, forbiddenWords: ["tehran"]) == nil)
    }
  }
}
