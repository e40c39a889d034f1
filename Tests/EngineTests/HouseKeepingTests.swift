import Jalali
import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `Answers kept for their key` {
  @Test func `go with the first night after 48 hours`() throws {
    let bench = try Bench()
    let maker = Principal.test(.maker)
    let start = bench.day
    try bench.run("shop.make", ["province": "IR-27", "name": "چکش", "weight": 5, "note": "-"], as: maker, key: "k")
    for (days, left) in [(0, 1), (1, 1), (3, 0)] {
      bench.day = start.adding(days: days)
      _ = try Night(bench.runtime, host: "test").run(upTo: bench.day)
      #expect(try bench.count("registry_answer") == left, "after \(days) days")
    }
  }
}
