import Engine
import Feature
import Testing
import Values

/// What changes with a row's life is a state and has a machine, whatever it is called.
@Suite struct `States` {
  /// Choices that an action assigns to a row that is there already, and that are no state: each with its reason.
  private static let exempt: [String: String] = [
    "Group.suspendedFrom": "where the machine's suspension came from, so that it leads back there",
    "Membership.endCause": "said once, with the last day",
    "Appointment.endCause": "said once, with the last day",
    "Project.outcome": "said once, when the project is closed",
    "Agreement.decision": "said once, with the step by which the machine ends the year",
    "TakenDecision.decision": "said once; a revision is a row of its own, and the agreement's is what is assigned",
    "AgreementOutcome.kind": "what the rule Renewal says: a held one is settled once more, a lapsed one after an upheld objection",
    "Person.idKind": "a correction of who somebody is",
    "Person.gender": "a correction of who somebody is",
    "ChosenLanguage.language": "a preference, to and fro",
  ]

  @Test func `only its machine changes a state`() {
    refuse(
      // Tests begin where a road would lead first.
      Self.product.flatMap { source in
        source.swift.code.enumerated().filter { $0.element.contains(/\.state\s*=(?!=)/) }.map {
          "\(source.path):\($0.offset + 1): sets a state past its machine"
        }
      })
  }

  @Test func `a choice that is assigned after its row was made is a state and has a machine`() throws {
    var choices = 0
    var met: Set<String> = []
    var breaches: [String] = []
    for module in try Installed.registry().modules {
      let room = Installed.room(of: module)
      let assigned = Dictionary(
        Self.product.filter { $0.file.room == room }.flatMap { source in
          Self.assignments(source).map { ($0.name, "\(source.path):\($0.line)") }
        }, uniquingKeysWith: { first, _ in first })
      for record in module.records {
        for name in try record.choices() {
          choices += 1
          guard let place = assigned[name], !(record is any StatefulRecord.Type && name == "state") else { continue }
          let column = "\(record).\(name)"
          met.insert(column)
          if Self.exempt[column] == nil {
            breaches.append("\(place): \(column) is assigned to a row, so it is a state and needs a machine")
          }
        }
      }
    }
    #expect(choices > 30, "\(choices) choices in records")
    let idle = Set(Self.exempt.keys).subtracting(met)
    #expect(idle.isEmpty, "reasons for nothing: \(idle.sorted())")
    refuse(breaches)
  }

  private static let product = SourceTree.features.filter { !$0.path.hasPrefix("Modules/TestKit/") }

  /// Assignments to a property of something, `row.phase = …`, and within a function that changes its own struct, `phase = …`.
  /// An initialiser's `self.phase = …` makes the row.
  private static func assignments(_ source: SourceTree.SwiftFile) -> [(name: String, line: Int)] {
    var isMutating = false
    return source.swift.code.enumerated().flatMap { index, line -> [(name: String, line: Int)] in
      if line.contains("mutating func ") {
        isMutating = true
      } else if line.contains(/\b(func|init|var|struct|enum)\b.*\{/) {
        isMutating = false
      }
      let ofOthers = line.matches(of: /(\w+)[\])]?[?!]?\.(\w+)\s*=(?!=)/).filter { isMutating || $0.output.1 != "self" }.map {
        String($0.output.2)
      }
      let own = isMutating ? line.matches(of: /^\s*(\w+)\s*=(?!=)/).map { String($0.output.1) } : []
      return (ofOthers + own).map { ($0, index + 1) }
    }
  }
}

extension Record {
  /// Its columns that hold a choice.
  fileprivate static func choices() throws -> [String] {
    try Schema.fields(of: Self.self).compactMap { if case .choice = $0.kind { $0.name } else { nil } }
  }
}
