/// Where and how a server listens.
public struct HTTPServerOptions: Sendable {
  /// A numeric address or `localhost`.
  public var host = "127.0.0.1"
  /// 0 lets the system choose; `HTTPServer.port` tells which.
  public var port = 0
  /// Number of event-loop threads.
  public var loops = 2
  /// What is taken from one peer, and how long it is waited for.
  public var limits = HTTPLimits()
  /// Host names, lower case and without port, that the server answers for; another one is 421. Nil answers for all.
  public var servedHosts: Set<String>?
  /// Addresses of proxies of ours, whose X-Forwarded-For is believed; everybody else's is ignored.
  public var proxies: Set<String> = []
  /// A listening socket that is open already (socket activation); host and port are then not used.
  public var listeningDescriptor: Int32?
  /// Builds the answer to a fault that the server itself finds: its status and its code (`HTTPFault`).
  public var problem: @Sendable (_ status: Int, _ code: String) -> HTTPResponse = {
    HTTPResponse.plainProblem(status: $0, code: $1)
  }

  /// Loopback, a port of the system's choice, two loops.
  public init() {}

  /// A server of its own address.
  public init(
    host: String = "127.0.0.1", port: Int = 0, loops: Int = 2, limits: HTTPLimits = HTTPLimits(),
    problem: @escaping @Sendable (_ status: Int, _ code: String) -> HTTPResponse = {
      HTTPResponse.plainProblem(status: $0, code: $1)
    }
  ) {
    self.host = host
    self.port = port
    self.loops = loops
    self.limits = limits
    self.problem = problem
  }

  /// An IP address in the form in which peers are compared; nil for anything else.
  public static func address(_ text: String) -> String? { PeerAddress.canonical(text) }

  func problem(for fault: HTTPFault) -> HTTPResponse { problem(fault.status, fault.code) }
}
