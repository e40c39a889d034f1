import Engine
import Feature
import Values

/// Everything that can be read of Golestan: each query and list, with the first and the last row of a kind where it asks
/// for one.
enum Reads {
  struct Call {
    let command: Command
    let target: String
  }

  static func all(_ runtime: Runtime) throws -> [Call] {
    let rows = try TwoProvinces.rows(of: "IR-27", in: runtime)
    var calls: [Call] = []
    for command in runtime.registry.commands where command.kind != .action {
      for isFirst in [true, false] {
        let own = Prober.Pointer(
          row: { object in (isFirst ? rows[object]?.first : rows[object]?.last).map { .int($0.row) } }, province: "IR-27")
        guard let input = Prober(command: command, own: own, foreign: own, nowhere: own).plain() else { continue }
        calls.append(Call(command: command, target: target(command, input)))
      }
    }
    return calls
  }

  /// The address of a reading command with its input.
  static func target(_ command: Command, _ input: Value) -> String {
    func plain(_ value: Value) -> String { Filling.encoded(value.string ?? JSONWriter.text(value)) }
    var path = "/api/v1" + command.spec.path
    for name in command.pathFields { path = path.replacing("{\(name)}", with: plain(input[name] ?? .null)) }
    let rest = input.members.filter { !command.pathFields.contains($0.name) }.map { "\($0.name)=\(plain($0.value))" }
    return path + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&"))
  }
}
