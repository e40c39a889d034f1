import Feature
import Store
import Synchronization
import TestKit
import Testing
import Values

@testable import Engine

/// Sheets that take long, with what may happen meanwhile.
@Suite struct `A long sheet` {
  private let bench: Bench
  private let accounts = AccountsStandIn()
  private let maker = Principal.test(.maker)
  private let text = "name,weight,province\n" + (0..<700).map { "x\($0),5,IR-27\n" }.joined()

  init() throws { bench = try lending([accounts]) { try Bench([ShopModule.self, AccountsStandIn.self]) } }

  private func sheet() throws -> SheetImport {
    let command = try #require(bench.registry.command("shop.make"))
    return try SheetImport(command: command, sheet: Sheet(Array(text.utf8)), options: SheetOptions(skipsRefused: true))
  }

  @Test func `ends at the next portion for whoever lost the right meanwhile, with an entry`() throws {
    let refused = refusal {
      _ = try sheet().run(bench.runtime, bench.context(maker)) { [accounts] tried in
        if tried == 100 { accounts.renewals.set { _ in .test(.chief) } }
        return true
      }
    }
    #expect(refused?.kind == .forbidden)
    #expect(try bench.count("shop_tool") == 250)
    #expect(try bench.entries().last?["out"] == "denied")
    #expect(try bench.ask("imports.list", as: maker)["items"]?.items.first?["isWhole"] == false)
  }

  @Test func `is kept in the region of the post that is held by then`() throws {
    let report = try sheet().run(bench.runtime, bench.context(maker)) { [accounts] tried in
      if tried == 100 { accounts.renewals.set { _ in .test(.maker, in: .province("IR-12")) } }
      return true
    }
    #expect(report.kept == 250 && report.refused.count == 450)
    #expect(try bench.count("shop_tool") == 250)
  }

  @Test func `is not begun for an account that is no longer in use`() throws {
    accounts.closed.set { $0 == "u1" }
    #expect(refusal { _ = try sheet().run(bench.runtime, bench.context(maker)) }?.code == "account.ended")
    #expect(try bench.count("shop_tool") == 0)
  }

  @Test func `is refused while the same file is being imported`() throws {
    let second = Mutex<Refusal?>(nil)
    let runtime = bench.runtime
    let context = bench.context(maker)
    let other = try sheet()
    let report = try sheet().run(runtime, context) { tried in
      // The portion that follows has not begun: the writer is free by then, and the file still in work.
      if tried == 300, second.withLock({ $0 == nil }) {
        let refused = refusal { _ = try other.run(runtime, context) }
        second.withLock { $0 = refused }
      }
      return true
    }
    #expect(second.withLock { $0?.code } == "import.same-file-runs")
    #expect(report.kept == 700 && report.batch == 1)
    #expect(try bench.sql("SELECT rows, changed FROM registry_batch") == [[700, 700]])
  }

  @Test(.timeLimit(.minutes(1))) func `that is cancelled half way is a cancelled job with its result`() throws {
    let board = try JobBoard(bench.runtime) { Issue.record("\($0)") }
    let started = Promise<Result<Job, any Error>>()
    try board.start(.sheet(sheet()), bench.context(maker)) { started.fulfill($0) }
    let id = try started.wait().get().id
    let reader = try bench.runtime.openReader()
    var job = try board.job(id, of: maker, reader: reader)
    while job.done < 10, job.state.isOpen {
      _ = Semaphore().wait(milliseconds: 1)
      job = try board.job(id, of: maker, reader: reader)
    }
    _ = try? board.cancel(id, of: maker, reader: reader)
    while job.state.isOpen {
      _ = Semaphore().wait(milliseconds: 1)
      job = try board.job(id, of: maker, reader: reader)
    }
    let kept = try bench.count("shop_tool")
    #expect(job.state == (kept == 700 ? .done : .cancelled))
    if kept > 0 {
      let result = try board.result(id, bench.context(maker), reader: reader)
      #expect(try JSONReader.read(result.body)["kept"]?.integer == kept)
    }
    board.close()
  }
}
