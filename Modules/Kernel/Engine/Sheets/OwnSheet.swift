import Feature
import Values

/// A sheet that the product exported, coming back to it: its titles are the names of a record's properties, with code and
/// name behind each number that refers to another row.
///
/// Numbers are those of the store it came from, so a row is found by its code where the sheet has one; what no input takes
/// is passed over, and told.
struct OwnSheet {
  let isOurs: Bool
  private let passed: Set<String>
  private let codes: [String: Field]

  init(_ columns: [Sheet.Column], of command: Command) {
    let titles = Set(columns.map(\.title))
    isOurs = titles.contains("id")
    guard isOurs else { (passed, codes) = ([], [:]); return }
    var codes: [String: Field] = [:]
    var passed: Set<String> = []
    let inputs = Set(command.fields.map(\.name))
    for field in command.fields + command.answer where field.isReference {
      let (code, name) = (field.name + "Code", field.name + "Name")
      passed.insert(name)
      guard inputs.contains(field.name), titles.contains(code) else {
        passed.insert(code)
        continue
      }
      passed.insert(field.name)
      if codes[code] == nil { codes[code] = command.fields.first { $0.name == field.name } }
    }
    self.codes = codes
    // Of what an action made, everything stands in its answer; the input takes a part of it.
    self.passed = passed.union(command.answer.map(\.name).filter { !inputs.contains($0) }).subtracting(codes.keys)
  }

  func passesOver(_ title: String) -> Bool { passed.contains(title) }

  /// The input whose row a column holds by its code.
  func field(_ title: String) -> Field? { codes[title] }
}

extension Field {
  fileprivate var isReference: Bool {
    switch kind {
    case .reference: name != "id"
    case .code(ThingName.anyKind): true
    default: false
    }
  }
}
