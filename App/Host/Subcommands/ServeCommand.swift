import AdminAPI
import Glibc
import HTTP
import Engine
import Store
import Values

enum ServeCommand: Subcommand {
  static let name = "serve"
  static let usage =
    "serve [--store DIR] [--listen ADDRESS:PORT] [--behind-tls-proxy --proxy ADDRESS …] [--host NAME …] [--no-nightly] [--log]"
  static let texts = Texts("واسط مدیریتی HTTP و کار شبانه را اجرا می‌کند.", "Serves the admin API and runs the nights.")
  static let flags = ["listen=", "behind-tls-proxy", "proxy=", "host=", "no-nightly", "log"]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let (host, port) = try address(arguments.setting("listen") ?? "127.0.0.1:8080")
    let inherited = try SocketActivation.take()
    guard (inherited?.isLoopback ?? isLoopback(host)) || arguments.has("behind-tls-proxy") else {
      throw UsageFault(
        "این کارگزار TLS ندارد؛ بیرون از loopback فقط پشت پراکسی TLS و با --behind-tls-proxy.",
        "This server speaks no TLS: beyond loopback only behind a TLS proxy, with --behind-tls-proxy.")
    }
    guard !arguments.has("behind-tls-proxy") || !arguments.all("proxy").isEmpty else {
      throw UsageFault(
        "پشت پراکسی، نشانی آن را هم بدهید (--proxy ADDRESS)؛ وگرنه همه از یک نشانی می‌آیند و حدس گذرواژه از جای دیگر، صاحب حساب را هم کند می‌کند.",
        "Behind a proxy name its address too (--proxy ADDRESS): otherwise everybody comes from one address, and whoever guesses "
          + "passwords slows their owner down.")
    }
    let stop = StopSignal()
    StoreLog.listen { Stderr.write("<3>\($0)") }
    let runtime = try StoreLocator.runtime(arguments)
    var options = HTTPServerOptions(host: host, port: port)
    options.listeningDescriptor = inherited?.descriptor
    options.proxies = Set(try arguments.all("proxy").map(proxyAddress))
    options.servedHosts = hosts(arguments, host)
    let log: (@Sendable (String) -> Void)? = arguments.has("log") ? { @Sendable line in Stderr.write(line) } : nil
    let server = try AdminServer(
      runtime, options: options, version: Hamyar.version, log: log, report: { Stderr.write("<3>\($0)") })
    try server.start()
    let place = inherited?.descriptor == nil ? "http://\(host):\(server.port)" : "http://127.0.0.1:\(server.port)"
    runtime.announce("pid \(getpid()) \(place)")
    Stderr.write("Listening on \(place) — همیار آماده است")
    let manager = ServiceManager()
    manager?.tell("READY=1\nSTATUS=Listening on \(place)")
    let watchdog = manager.flatMap { Watchdog($0, runtime, place: place) }
    watchdog?.start()
    let nights = NightWatch(runtime)
    if !arguments.has("no-nightly") { nights.start() }
    let orders = ServerOrders(runtime: runtime, nights: nights)
    // Whoever cannot reach it may still serve: its orders can be given after a stop, too.
    let control = try? ControlServer(runtime.folder) { orders.answer($0) }
    if control == nil { Stderr.write("<4>control socket: not made; nightly and clock accept work with the server stopped only") }
    control?.start()
    stop.wait {
      // Everything that can be set stands in the store and is read from there; nothing has to be loaded again.
      manager?.tell("RELOADING=1\nMONOTONIC_USEC=\(Watchdog.monotonicMicros)")
      manager?.tell("READY=1\nSTATUS=Listening on \(place)")
    }
    watchdog?.stop()
    manager?.tell("STOPPING=1\nSTATUS=Finishing what is under way")
    Stderr.write("Stopping: finishing what is under way …")
    nights.stop()
    control?.stop()
    server.stop(grace: 10)
    runtime.close()
    return 0
  }

  static func address(_ text: String) throws -> (String, Int) {
    guard let colon = text.lastIndex(of: ":"), let port = TypedText.wholeNumber(String(text[text.index(after: colon)...])).map(Int.init),
      (0...65_535).contains(port)
    else { throw UsageFault("نشانی باید ADDRESS:PORT باشد.", "The address must be ADDRESS:PORT.") }
    return (String(text[..<colon]), port)
  }

  /// The names under which it answers: those that are given, `*` for all; without any, and without a proxy in front, those of
  /// this machine, so that no page of a browser reaches it under a name of its own.
  private static func hosts(_ arguments: Arguments, _ listening: String) -> Set<String>? {
    let named = Set(arguments.all("host").map { $0.lowercased() })
    guard !named.contains("*"), !named.isEmpty || !arguments.has("behind-tls-proxy") else { return nil }
    return named.union(["127.0.0.1", "localhost", "[::1]", listening.lowercased()])
  }

  private static func proxyAddress(_ text: String) throws -> String {
    guard let address = HTTPServerOptions.address(text) else {
      throw UsageFault("نشانی پراکسی باید IP باشد: \(text)", "A proxy is named by its IP address: \(text)")
    }
    return address
  }

  /// By number only: a name such as `127.example.org` may lead anywhere.
  static func isLoopback(_ host: String) -> Bool {
    guard host != "localhost" else { return true }
    return HTTPServerOptions.address(host).map { $0.hasPrefix("127.") || $0 == "::1" } ?? false
  }
}

/// SIGTERM, SIGINT and SIGHUP, waited for on the main thread; other threads never see them.
struct StopSignal {
  private let set: sigset_t

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGHUP)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    set = signals
  }

  /// Returns when the process shall end.
  func wait(onReload reload: () -> Void) {
    var signals = set
    var received: Int32 = 0
    while sigwait(&signals, &received) == 0, received == SIGHUP { reload() }
  }
}
