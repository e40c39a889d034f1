public import HTTP
public import Registry

/// The admin API over a runtime: server, lane, pages.
public final class AdminServer: Sendable {
  private let server: HTTPServer
  private let lane: Lane

  /// - Parameters:
  ///   - options: address, loops and limits.
  ///   - report: takes a line about every fault of ours.
  public init(
    _ runtime: Runtime, options: HTTPServerOptions, version: String, report: @escaping @Sendable (String) -> Void
  ) throws {
    let lane = try Lane(runtime)
    let pages = FixedPages(runtime.registry, version: version)
    var options = options
    options.problem = { Problem.parser(status: $0, code: $1) }
    self.lane = lane
    server = HTTPServer(options) { _ in try APIHandler(runtime, lane: lane, pages: pages, report: report) }
  }

  public func start() throws { try server.start() }
  public var port: Int { server.port }

  /// Stops accepting, finishes what is under way, joins the loops.
  public func stop(grace seconds: Double) {
    server.stop(grace: seconds)
    lane.close()
  }
}
