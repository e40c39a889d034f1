@testable import Accounts
import Contracts
import Engine
import Feature
import Secrets
import Store
import TestKit
import Testing
import Values

@Suite struct `A password on its way` {
  let bench: AccountsBench
  let first: Value

  init() throws {
    bench = try AccountsBench()
    first = try bench.create()
    try bench.assign()
  }

  private func change(to new: Value) throws {
    let principal = try bench.identify(try bench.login("m.rezaei", first))
    try bench.store.run("accounts.set-password", .record(["old": first, "new": new]), as: principal)
  }

  @Test(arguments: ["nardeban-11", "xk7vmq2wrtz", "کبوتر سبز۱۲"])
  func `with eleven characters is refused`(password: String) throws {
    #expect(password.count == 11)
    #expect(try bench.refusal { try change(to: .text(password)) } == ["/newaccounts.weak-password"])
  }

  @Test(arguments: ["behzisti1405", "golestan1234", "password1234", "گلستان۱۲۳۴۵۶"])
  func `that everybody would guess is refused`(password: String) throws {
    #expect(try bench.refusal { try change(to: .text(password)) } == ["/newaccounts.weak-password"])
  }

  @Test(arguments: [12, 64, 128])
  func `of many characters is taken whole`(count: Int) throws {
    let letters = Array("نردبان آبی ۴۷ پله تا پشت‌بام کاهگلی و کبوترهای خاکستری")
    let password = String((0..<count).map { letters[$0 % letters.count] })
    let long = password.count == count ? password : password + String(repeating: "x", count: count - password.count)
    #expect(long.count == count)
    try change(to: .text(long))
    #expect(try bench.refusal { try bench.login("m.rezaei", .text(String(long.dropLast()))) } == ["login.wrong"], "no end is cut off")
    _ = try bench.login("m.rezaei", .text(long))
  }

  @Test func `is kept byte for byte: space at the end, joiner, digits, letters of the other keyboard, composition`() throws {
    let kept = " کتاب‌خانهٔ آبیِ ۱۲۳ café "
    let others = [
      " کتاب‌خانهٔ آبیِ ۱۲۳ café", "کتاب‌خانهٔ آبیِ ۱۲۳ café ", " کتابخانهٔ آبیِ ۱۲۳ café ", " کتاب‌خانهٔ آبیِ 123 café ",
      " كتاب‌خانهٔ آبیِ ۱۲۳ café ", " کتاب‌خانهٔ آبيِ ۱۲۳ café ", " کتاب‌خانهٔ آبی ۱۲۳ café ", " کتاب‌خانهٔ آبیِ ۱۲۳ cafe\u{301} ",
      " کتاب‌خانهٔ آبیِ ۱۲۳ CAFÉ ",
    ]
    try change(to: .text(kept))
    for other in others {
      #expect(Array(other.utf8) != Array(kept.utf8))
      #expect(try bench.refusal { try bench.login("m.rezaei", .text(other)) } == ["login.wrong"], "\(other)")
      bench.store.wait(minutes: 16)
    }
    _ = try bench.login("m.rezaei", .text(kept))
  }

  @Test func `whose hash is of older settings gets one of today's at the next good login, and at no bad one`() throws {
    let aged = "$argon2id$v=19$m=8,t=1,p=1$V0jN4KypD746DpaHc6ojoQ$rc500gE2aLn0XveTgfSwQi8bHjX97zMDx+1khq0EPXY"
    #expect(Password.needsRehash(aged) && Password.verify("nardeban-e abi 47 pelleh", against: aged))
    // As an older program would have made it.
    try bench.store.transaction(as: bench.nation) { work in
      var row = try work.require(Staff.self, .row(1))
      row.password = Secret(aged)
      try work.update(row)
    }
    func hash() throws -> String { try bench.store.snapshot(as: bench.nation) { try $0.require(Staff.self, .row(1)).password.content } }
    #expect(try bench.refusal { try bench.login("m.rezaei", "nardeban-e abi 48 pelleh") } == ["login.wrong"])
    #expect(try hash() == aged)
    _ = try bench.login("m.rezaei", "nardeban-e abi 47 pelleh")
    let renewed = try hash()
    #expect(renewed.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$") && !Password.needsRehash(renewed))
    _ = try bench.login("m.rezaei", "nardeban-e abi 47 pelleh")
    #expect(try hash() == renewed, "once is enough")
    #expect(try bench.leaves().allSatisfy { !$0.contains("argon2") })
  }
}
