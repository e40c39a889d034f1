import Engine
import Values

/// Completion for bash: the shell asks this program what may follow, so it never falls behind the modules.
enum CompletionCommand: Subcommand {
  static let name = "completion"
  static let usage = "completion bash"
  static let texts = Texts("کامل‌کردن فرمان‌ها در bash.", "Completion for bash: source <(hamyar completion bash)")

  static func run(_ arguments: Arguments) throws -> Int32 {
    switch arguments.rest.first {
    case "bash" where arguments.rest.count == 1: print(script, terminator: "")
    // What the script asks: the line up to the cursor.
    case "words" where arguments.rest.count == 2:
      for candidate in try CompletionEngine(line: arguments.rest[1]).candidates() { print(candidate) }
    default: throw UsageFault("روش: hamyar \(usage)", "Usage: hamyar \(usage)")
    }
    return 0
  }

  /// The only word that is no candidate: names of files come from the shell itself.
  static let files = "<files>"

  private static let script = #"""
    # bash completion for hamyar. Once: source <(hamyar completion bash)
    # For good: hamyar completion bash > ~/.local/share/bash-completion/completions/hamyar
    _hamyar() {
      local IFS=$'\n'
      COMPREPLY=($("$1" completion words -- "${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
      if [[ ${COMPREPLY[0]-} == '<files>' ]]; then
        COMPREPLY=($(compgen -f -- "$2"))
        compopt -o filenames
      elif [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
      fi
    }
    complete -F _hamyar hamyar

    """#
}
