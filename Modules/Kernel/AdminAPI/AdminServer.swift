public import HTTP
public import Engine
import Secrets

/// The admin API over a runtime: its server, its workers for slow calls, its jobs and pages.
public final class AdminServer: Sendable {
  private let server: HTTPServer
  private let workers: WorkerPool
  private let board: JobBoard

  /// - Parameters:
  ///   - runtime: the open store behind it; the caller closes it after `stop`.
  ///   - options: address, loops and limits.
  ///   - version: as the health page and the OpenAPI document name it.
  ///   - report: takes a line about every fault of ours.
  ///   - log: takes a line about every request (logfmt); nil for none.
  /// - Throws: `StoreFault` when a reader cannot be opened.
  public init(
    _ runtime: Runtime, options: HTTPServerOptions, version: String, log: (@Sendable (String) -> Void)? = nil,
    report: @escaping @Sendable (String) -> Void
  ) throws {
    let workers = try WorkerPool(runtime)
    let board = try JobBoard(runtime, report: report)
    self.board = board
    let jobs = JobRoutes(runtime: runtime, board: board, workers: workers)
    let pages = FixedPages(runtime.registry, version: version)
    var options = options
    let watch = Watch(runtime.registry, clock: runtime.clock, log: log)
    options.problem = { status, code in
      var ids = RequestIDs()
      let id = ids.next()
      watch.saw(nil, route: Meter.elsewhere, status: status, nanoseconds: 0, request: id, principal: "")
      return Problem.parser(status: status, code: code, request: id)
    }
    self.workers = workers
    server = HTTPServer(options) { _ in
      try APIHandler(runtime, workers: workers, jobs: jobs, pages: pages, watch: watch, report: report)
    }
  }

  /// Begins to listen.
  ///
  /// - Throws: `SystemCallFault` when the address cannot be had, `StoreFault` when a loop's reader cannot be opened;
  ///   nothing runs then.
  public func start() throws { try server.start() }
  /// The port it listens on, also where the system chose it; 0 before `start`.
  public var port: Int { server.port }

  /// Stops accepting, finishes what is under way, joins the loops.
  public func stop(grace seconds: Double) {
    board.close()
    server.stop(grace: seconds)
    workers.close()
  }
}
