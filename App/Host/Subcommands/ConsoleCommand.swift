import Console
import Glibc
import Engine
import Store
import Values

enum ConsoleCommand: Subcommand {
  static let name = "console"
  static let usage = "console [--store DIR | --server ADDRESS:PORT] [-c CMD | -f FILE] [--mode MODE] [--lang fa|en] [--as USER] …"
  static let texts = Texts("کنسول مدیریت، درون همین برنامه یا روی کارگزار.", "The console, in process or against a server.")
  static let flags = [
    "server=", "command=", "file=", "mode=", "as=", "token-file=", "password-file=", "yes", "reason=", "keep-going", "json",
    "single-transaction", "set=", "lang=",
  ]

  static func run(_ arguments: Arguments) throws -> Int32 {
    var options = ConsoleOptions()
    options.commands = arguments.all("command")
    options.file = arguments.last("file")
    options.assumeYes = arguments.has("yes")
    options.reason = arguments.last("reason")
    options.keepGoing = arguments.has("keep-going")
    if let name = arguments.has("json") ? "json" : arguments.last("mode") {
      guard let mode = TypedText.choice(name, of: OutputMode.self) else {
        throw UsageFault("حالت نمایش «\(name)» نیست.", "There is no output mode `\(name)`.")
      }
      options.mode = mode
    }
    options.language = try arguments.language() ?? options.language
    options.singleTransaction = arguments.has("single-transaction")
    options.variables = try arguments.all("set").map(variable)
    guard !options.singleTransaction || !options.keepGoing else {
      throw UsageFault("--single-transaction با --keep-going نمی‌شود.", "--single-transaction and --keep-going exclude each other.")
    }
    if let home = getenv("HOME") {
      options.historyPath = String(cString: home) + "/.hamyar_history"
      options.preferencesPath = String(cString: home) + "/.hamyar_console"
    }
    let (client, runtime) = try client(arguments)
    defer { runtime?.close() }
    if let user = arguments.last("as") { options.login = (user, try password(arguments, user)) }
    return try ConsoleProgram.run(client: client, options: options)
  }

  private static func variable(_ text: String) throws -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw UsageFault("--set نام=مقدار", "--set NAME=VALUE") }
    return (parts[0], parts[1])
  }

  /// A server when one is named or has the store open; the store itself otherwise.
  static func client(_ arguments: Arguments) throws -> (any CatalogueClient, Runtime?) {
    let token = try arguments.last("token-file").map { try line($0) } ?? getenv("HAMYAR_TOKEN").map { String(cString: $0) }
    if let server = arguments.setting("server") {
      let plain = server.hasPrefix("http://") ? String(server.dropFirst(7)) : server
      let (host, port) = try ServeCommand.address(plain)
      guard ServeCommand.isLoopback(host) else { throw unsealed(host, port) }
      return (RemoteClient(host: host, port: port, token: token), nil)
    }
    do {
      let runtime = try StoreLocator.runtime(arguments)
      return (try LocalClient(runtime, token: token), runtime)
    } catch let fault as StoreFault where fault.kind == .locked {
      let holder = StoreLock.holder(of: StoreLocator.folder(arguments))
      guard let address = holder.split(separator: " ").first(where: { $0.hasPrefix("http://") }) else { throw fault }
      let (host, port) = try ServeCommand.address(String(address.dropFirst(7)))
      Stderr.write("The store is served at \(address); connecting there.")
      return (RemoteClient(host: host, port: port, token: token), nil)
    }
  }

  /// No password and no token leaves the machine in clear; what to do instead.
  private static func unsealed(_ host: String, _ port: Int) -> UsageFault {
    UsageFault(
      """
      گذرواژه بی‌رمزنگاری از این دستگاه بیرون نمی‌رود. تونل بسازید و به همان وصل شوید:
          ssh -N -L 8080:127.0.0.1:\(port) \(host)      سپس  --server 127.0.0.1:8080
        یا با stunnel به پراکسی TLS:  client = yes · accept = 127.0.0.1:8080 · connect = \(host):443 · verifyChain = yes · checkHost = \(host)
      """,
      """
      No password leaves this machine in clear. Make a tunnel and connect to that:
          ssh -N -L 8080:127.0.0.1:\(port) \(host)      then  --server 127.0.0.1:8080
        or with stunnel to the TLS proxy:  client = yes, accept = 127.0.0.1:8080, connect = \(host):443, verifyChain = yes, checkHost = \(host)
      """)
  }

  private static func line(_ path: String) throws -> String {
    String(try NamedFile.using { try PlainFile.read(path) }.split(separator: "\n").first ?? "")
  }

  /// From a file, or asked for without echo; never from the command line, where others could read it.
  static func password(_ arguments: Arguments, _ user: String) throws -> String {
    if let path = arguments.last("password-file") { return try line(path) }
    guard isatty(0) == 1, let typed = getpass("password of \(user): ") else {
      throw UsageFault("گذرواژه را با --password-file بدهید.", "Give the password with --password-file.")
    }
    return String(cString: typed)
  }
}
