import Feature
import Console
import Glibc
import Ledger
import Engine
import Secrets
import Store
import Values

/// The command line: `hamyar SUBCOMMAND [--flag value …]`. Data on standard output, everything else on standard error.
public enum Hamyar {
  public static let version = "0.1.0"

  static let subcommands: [any Subcommand.Type] = [
    InitCommand.self, ServeCommand.self, ConsoleCommand.self, NightlyCommand.self, ClockCommand.self, AuditCommand.self, ConfigCommand.self,
    ExplainCommand.self, ImportCommand.self, ExportCommand.self, DemoCommand.self, DoctorCommand.self, VersionCommand.self,
    CompletionCommand.self,
  ]

  /// - Returns: an exit code as `ExitCode` explains; `audit verify` has its own three.
  public static func run(_ arguments: [String]) -> Int32 {
    umask(0o077)  // Whatever is written is the owner's only.
    guard let name = arguments.first, !["help", "--help", "-h"].contains(name) else {
      print(help)
      return arguments.isEmpty ? ExitCode.usage.rawValue : 0
    }
    guard let subcommand = subcommands.first(where: { $0.name == name }) else {
      complain(Texts("فرمان «\(name)» نیست.", "There is no subcommand `\(name)`."))
      Stderr.write(help)
      return ExitCode.usage.rawValue
    }
    var language: Language?
    do {
      var arguments = Arguments(Array(arguments.dropFirst()), flags: subcommand.flags)
      try arguments.read()
      if arguments.has("help") {
        print("hamyar \(subcommand.usage)\n\n\(subcommand.texts.en)\n\(subcommand.texts.fa)")
        return 0
      }
      if subcommand.flags.contains("lang=") { language = try arguments.language() }
      return try subcommand.run(arguments)
    } catch let fault as UsageFault {
      complain(fault.texts)
      return subcommand.usageStatus(Array(arguments.dropFirst()))
    } catch {
      return explain(error, in: language)
    }
  }

  private static var help: String {
    let lines = subcommands.flatMap { command in
      Wrapping.lines("hamyar " + command.usage, to: 78, indent: 4).map { "  " + $0 }
        + [command.texts.en, command.texts.fa].flatMap { Wrapping.lines($0, to: 74, indent: 0).map { "      " + $0 } }
    }
    return """
      Hamyar · همیار \(version)

      \(lines.joined(separator: "\n"))

      --store DIR (or HAMYAR_STORE) is the folder of the store; .hamyar when left out.
      Exit codes: 0 done, 1 refused, 2 usage, 3 partly done, 4 not permitted,
        5 not reachable, 6 integrity failure.
      """
  }

  /// Tells a person what happened and what to do next.
  ///
  /// - Parameter language: of the reader; both where it is not known.
  static func explain(_ error: any Error, in language: Language? = nil) -> Int32 {
    switch error {
    case let refusal as Refusal:
      complain(refusal.texts, in: language)
      for fault in refusal.faults {
        // A sheet as a whole has no place within itself.
        let place = fault.pointer.isEmpty || fault.pointer == "/csv" ? "" : fault.pointer + " "
        complain(Texts(place + fault.texts.fa, place + fault.texts.en), in: language)
      }
      for step in refusal.next { complain(Texts("← \(step.texts.fa)", "→ \(step.texts.en)"), in: language) }
      return ExitCode(refusal).rawValue
    case let fault as ConfigFilesFault:
      ConfigCommand.tell(fault.faults)
      return ExitCode.usage.rawValue
    case let fault as StoreFault:
      complain(fault.texts)
      let isBroken = [.corrupt, .replaced, .unmarked, .wrongKey].contains(fault.kind)
      return isBroken ? ExitCode.integrity.rawValue : ExitCode.unreachable.rawValue
    case let fault as KeyFileFault:
      complain(Texts(fault.fa, fault.en))
      return ExitCode.unreachable.rawValue
    case let fault as LedgerFault:
      complain(fault.texts)
      return fault.kind == .publication ? ExitCode.unreachable.rawValue : ExitCode.integrity.rawValue
    case let fault as RegistryFault:
      complain(fault.texts)
      return ExitCode.usage.rawValue
    default:
      complain(Texts("خطا: \(error)", "Failed: \(error)"))
      return ExitCode.unreachable.rawValue
    }
  }

  /// - Parameter language: of the reader; both where it is not known.
  static func complain(_ texts: Texts, in language: Language? = nil) {
    Stderr.write("hamyar: " + (language.map { texts[$0] } ?? "\(texts.en)\n        \(texts.fa)") + "\n")
  }
}
