import Glibc
import Host

/// همیار — the executable: everything it does is in Host, where tests can reach it.
@main
struct Main {
  static func main() {
    exit(Hamyar.run(Array(CommandLine.arguments.dropFirst())))
  }
}
