import Engine
import Feature
import Testing
import Values

@testable import Console

@Suite struct ConfirmationTests {
  @Test func `an ordinary action asks nothing`() {
    let bench = Bench()
    bench.io.canAsk = true
    #expect(bench.run("gardens plant 1 2 apple") == .ok)
    #expect(bench.io.asked.isEmpty && bench.client.done.count == 1)
  }

  @Test(arguments: [("y", true), ("بله", true), ("", false), ("n", false), ("yess", false)])
  func `weight 1 asks and takes silence for No`(reply: String, isDone: Bool) {
    let bench = Bench()
    bench.io.canAsk = true
    bench.io.replies = [reply]
    #expect(bench.run("gardens close GD-1") == (isDone ? .ok : .usage))
    #expect(bench.io.asked.first?.contains("[y/N]") == true)
    #expect(bench.client.done.count == (isDone ? 1 : 0))
  }

  @Test func `weight 2 shows a dry run, wants a reason and the typed code`() {
    let bench = Bench()
    bench.io.canAsk = true
    bench.io.replies = ["storm damage", "GD-1"]
    #expect(bench.run("gardens fell GD-1") == .ok)
    #expect(bench.client.runs.map(\.options.dryRun) == [true, false])
    #expect(bench.client.runs.first?.input["reason"] == "storm damage")
    #expect(bench.client.done.first?.input["reason"] == "storm damage")
    bench.io.replies = ["storm damage", "GD-2"]
    #expect(bench.run("gardens fell GD-1") == .usage)
    #expect(bench.client.done.count == 1)
  }

  @Test func `what would happen is told as not done yet, row by row`() {
    let bench = Bench()
    bench.io.canAsk = true
    bench.io.replies = ["GD-1"]
    let entry: Value = .record(["act": "gardens.fell", "obj": "gardens.garden/1", "after": .record(["trees": 0]), "v": 1])
    bench.client.answers["gardens.fell"] = ClientResponse(
      value: .record(["dryRun": true, "result": .record(["done": true]), "entries": .list([entry])]), entry: nil)
    bench.run("gardens fell GD-1 --reason storm")
    #expect(bench.io.err.contains("not done yet") && bench.io.err.contains("after.trees │ 0\n"))
    #expect(!bench.io.err.contains("done " + "│ true"))
  }

  @Test func `what the dry run refuses is refused before the code is asked for`() {
    let bench = Bench()
    bench.io.canAsk = true
    bench.client.refusals["gardens.fell"] = Refusal(.rule, "rule.refused", Texts("نه", "no"))
    #expect(bench.run("gardens fell GD-1 --reason storm") == .failed)
    #expect(bench.io.asked.isEmpty)
  }

  @Test func `without a terminal --yes is needed, and a reason for weight 2`() {
    let bench = Bench()
    #expect(bench.run("gardens close GD-1") == .usage)
    #expect(bench.run("gardens fell GD-1") == .usage)
    #expect(bench.run("gardens fell GD-1 --yes") == .usage)
    #expect(bench.client.runs.isEmpty)
    #expect(bench.run("gardens close GD-1 --yes") == .ok)
    #expect(bench.run("gardens fell GD-1 --yes --reason 'old age'") == .ok)
    #expect(bench.client.done.last?.input["reason"] == "old age")
    #expect(bench.run("gardens fell GD-1 --dry-run") == .ok)
    #expect(bench.client.done.count == 2)
  }

  @Test func `the host may say yes for everything`() {
    let bench = Bench { ($0.assumeYes, $0.reason) = (true, "moving house") }
    #expect(bench.run("gardens fell GD-1") == .ok)
    #expect(bench.client.done.first?.input["reason"] == "moving house")
  }
}
