import Testing
@testable import Values

@Suite struct ShareTests {
  @Test func `shares are cut, also below zero, and never overflow`() {
    #expect(Share(1, of: 3).cut(per: 10_000) == 3333)
    #expect(Share(-1, of: 3).cut(per: 10_000) == -3334)
    #expect(Share(1, of: 0).cut(per: 10_000) == nil)
    #expect(Share(.max, of: 3).cut(per: 10_000) == nil)
    #expect(Share(171, of: 93_441_000).cut(per: 10_000) == 0, "the two numbers tell what the cut one cannot")
  }

  @Test func `a target is compared by products, so that nothing is lost by a division`() {
    #expect(Share(1, of: 20).reaches(500, per: 10_000) && !Share(49_999, of: 1_000_000).reaches(500, per: 10_000))
    #expect(Share(.max, of: .max).reaches(10_000, per: 10_000) && !Share(.max - 1, of: .max).reaches(10_000, per: 10_000))
    #expect(Share(-1, of: 3).reaches(-3_334, per: 10_000) && !Share(-1, of: 3).reaches(-3_333, per: 10_000))
    #expect(Share(0, of: 3).reaches(0, per: 10_000) && !Share(-1, of: .max).reaches(0, per: 10_000))
  }

  @Test func `what only reaches a share does not exceed it`() {
    #expect(Share(1, of: 100).reaches(10, per: 1000) && !Share(1, of: 100).exceeds(10, per: 1000))
    #expect(Share(2, of: 100).exceeds(10, per: 1000))
    #expect(Share(.max, of: .max).exceeds(999, per: 1000) && !Share(.max, of: .max).exceeds(1000, per: 1000))
  }
}
