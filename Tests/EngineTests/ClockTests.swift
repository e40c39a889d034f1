import Jalali
import Engine
import Feature
import Store
import Synchronization
import Testing
import Values

@Suite struct `The clock` {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (1_774_080_000_123_456, "2026-03-21T08:00:00.123456Z"),
      (-1, "1969-12-31T23:59:59.999999Z"), (951_782_399_999_999, "2000-02-28T23:59:59.999999Z"),
    ] as [(Int64, String)]) func `tells instants as RFC 3339 does`(micros: Int64, text: String)
  {
    #expect(Clock.rfc3339(micros) == text)
  }

  @Test func `changes the day at midnight in Tehran`() throws {
    let midnight: Int64 = (Int64(try JalaliDay(1405, 1, 2).number) * 86_400 - 12_600) * 1_000_000
    #expect(Clock { midnight - 1 }.day == (try JalaliDay(1405, 1, 1)))
    #expect(Clock { midnight }.day == (try JalaliDay(1405, 1, 2)))
  }
}

@Suite struct `The workers` {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 5]) func `does all slow work and ends every thread when it is closed`(threads: Int)
    throws
  {
    let workers = try WorkerPool(bench.runtime, threads: threads, limit: 1_000)
    let done = Semaphore()
    let count = Mutex(0)
    for _ in 0..<100 {
      try workers.submit { _ in
        count.withLock { $0 += 1 }
        done.signal()
      }
    }
    for _ in 0..<100 { done.wait() }
    #expect(count.withLock { $0 } == 100)
    workers.close()
    #expect(refusal { try workers.submit { _ in } }?.kind == .unavailable)
  }

  @Test func `takes no more than may wait`() throws {
    let workers = try WorkerPool(bench.runtime, threads: 1, limit: 2)
    let started = Semaphore()
    let hold = Semaphore()
    try workers.submit { _ in
      started.signal()
      hold.wait()
    }
    started.wait()
    try workers.submit { _ in }
    try workers.submit { _ in }
    let no = refusal { try workers.submit { _ in } }
    #expect(no?.kind == .unavailable && no?.retryAfter == 2)
    hold.signal()
    workers.close()
  }
}
