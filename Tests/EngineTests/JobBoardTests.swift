import Engine
import Feature
import Store
import Synchronization
import Testing
import Values

@Suite struct `A queue of jobs` {
  private var queue = RoundRobinQueue<String>(mostOfOne: 3, mostInAll: 5)

  private mutating func put(_ items: String...) {
    for item in items {
      let owner = String(item.prefix(1))
      if queue.reserve(for: owner) == .admitted { queue.append(item, of: owner) }
    }
  }

  private mutating func drained() -> [String] {
    var order: [String] = []
    while let next = queue.next() { order.append(next) }
    return order
  }

  @Test mutating func `gives each owner a turn before anybody gets a second one`() {
    put("a1", "a2", "a3", "b1", "b2")
    #expect(drained() == ["a1", "b1", "a2", "b2", "a3"])
    put("a1", "a2", "b1")
    #expect(queue.next() == "a1")
    put("c1")
    #expect(drained() == ["b1", "a2", "c1"])
  }

  @Test mutating func `has room for so many of one owner, and for so many in all`() {
    put("a1", "a2", "a3")
    #expect(queue.reserve(for: "a") == .ownerIsFull)
    put("b1", "b2")
    #expect(queue.reserve(for: "a") == .ownerIsFull && queue.reserve(for: "c") == .queueIsFull)
    #expect(queue.next() == "a1" && queue.reserve(for: "c") == .admitted)
    #expect(queue.reserve(for: "a") == .queueIsFull)
    queue.release(for: "c")
    #expect(queue.reserve(for: "a") == .admitted && queue.reserve(for: "a") == .ownerIsFull)
    queue.append("a4", of: "a")
    #expect(drained() == ["b1", "a2", "b2", "a3", "a4"])
  }
}

/// A list that cannot be read before the test lets it.
struct ListBehindGate: ListQuery {
  typealias Item = ToolLine
  static let gate = Mutex<Semaphore?>(nil)

  static let spec = Spec("gate.tools", "پشت در", "Behind a gate", "/gate/tools", permission: .read)

  func selection() -> Selection {
    ListBehindGate.gate.withLock { $0 }?.wait()
    return Selection(from: "shop_tool t")
  }
}

struct GateModule: FeatureModule {
  static let module = Module("gate", "در", "Gate", lists: [ListBehindGate.self])
}

@Suite(.serialized) struct `The job board` {
  private let bench: Bench
  private let board: JobBoard
  private let gate = Semaphore()

  init() throws {
    // What is declared is asked for its selection too, while the store is opened.
    ListBehindGate.gate.withLock { $0 = nil }
    bench = try Bench([ShopModule.self, GateModule.self])
    board = try JobBoard(bench.runtime) { Issue.record("\($0)") }
    ListBehindGate.gate.withLock { [gate] in $0 = gate }
  }

  private func start(_ list: String, as number: Int64) throws -> Job {
    let command = try #require(bench.registry.command(list))
    let promise = Promise<Result<Job, any Error>>()
    try board.start(.export(command, input: .object([]), isCSV: true), bench.context(.test(.maker, number: number))) { promise.fulfill($0) }
    return try promise.wait().get()
  }

  /// Starts work that holds the board's thread until the gate opens.
  private func hold(as number: Int64) throws {
    let job = try start("gate.tools", as: number)
    let reader = try bench.runtime.openReader()
    for _ in 0..<1_000 where try board.job(job.id, of: .test(.maker, number: number), reader: reader).state == .waiting { pause() }
  }

  private func pause() { _ = Semaphore().wait(milliseconds: 5) }

  @Test(.timeLimit(.minutes(1))) func `lets two accounts take turns, each in the order of its own jobs`() throws {
    try hold(as: 1)
    for _ in 0..<3 { _ = try start("shop.tools", as: 1) }
    for _ in 0..<2 { _ = try start("shop.tools", as: 2) }
    gate.signal()
    let reader = try bench.runtime.openReader()
    for _ in 0..<1_000 where try board.jobs(of: .test(.maker, number: 1), reader: reader).contains(where: { $0.state.isOpen }) { pause() }
    // Each export leaves its entry.
    #expect(try bench.entries().compactMap { $0["actor"]?["id"]?.string } == ["u1", "u1", "u2", "u1", "u2", "u1"])
    board.close()
  }

  @Test(.timeLimit(.minutes(1))) func `cannot be filled by one account`() throws {
    try hold(as: 1)
    for _ in 0..<16 { _ = try start("shop.tools", as: 1) }
    let own = refusal { _ = try start("shop.tools", as: 1) }
    #expect(own?.kind == .unavailable && own?.code == "busy" && own?.retryAfter == 5 && own?.texts.en.contains("cancel one") == true)
    for number in 2...4 as ClosedRange<Int64> { for _ in 0..<16 { _ = try start("shop.tools", as: number) } }
    let all = refusal { _ = try start("shop.tools", as: 5) }
    #expect(all?.kind == .unavailable && all?.code == "busy" && all?.texts.en.contains("cancel") == false)
    board.close()
    gate.signal()
  }
}
