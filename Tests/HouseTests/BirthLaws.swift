import Contracts
import Engine
import Feature
import Host
import TestKit
import Testing
import Values

/// A new row stands where its machine begins; any other birth is a fault of the program, as an undeclared step is.
@Suite struct `Births` {
  @Test func `every kind of row with a state is born in the beginnings of its machine and nowhere else`() throws {
    let store = try TestStore(InstalledModules.all)
    var states = 0
    for module in try Installed.registry().modules {
      for case let record as any StatefulRecord.Type in module.records { states += try Birth.check(record, in: store) }
    }
    #expect(states > 60, "\(states) states were tried")
  }
}

private enum Birth {
  /// What a row that was born takes back again.
  struct Born: Error {}

  /// Tries to write a row in each state; returns how many there are.
  static func check<Row: StatefulRecord>(_ type: Row.Type, in store: TestStore) throws -> Int {
    let sample = try Schema.fields(of: type).map { Value.Member($0.name, try $0.sample) }
    for state in Row.Machine.State.allCases {
      let members = sample.map { $0.name == "state" ? Value.Member($0.name, .text(state.rawValue)) : $0 }
      let row = try ValueDecoder.decode(type, from: .object(members))
      var fault: RegistryFault?
      do {
        try store.transaction(as: .test(.nationalAdmin, in: nil)) { work in
          try work.insert(row)
          throw Born()
        }
      } catch let thrown as RegistryFault {
        fault = thrown
      } catch {
        // Born, or kept out by the database alone: what a sample refers to does not exist.
      }
      let begins = Row.Machine.beginnings.contains(state)
      #expect((fault == nil) == begins, "\(Row.Of.object) as \(state.rawValue): \(String(describing: fault))")
      if let fault { #expect(fault.texts.en.contains(Row.Machine.id) && fault.texts.en.contains(state.rawValue), "\(fault)") }
    }
    return Row.Machine.State.allCases.count
  }
}

extension Field {
  /// A value that the record reads, whatever it says.
  fileprivate var sample: Value {
    get throws {
      guard !isOptional else { return .null }
      switch kind {
      case .bool: return .bool(false)
      case .int, .rial, .reference: return .int(1)
      case .day: return .text("1405/01/01")
      case .province: return .text("IR-27")
      case .choice(let choices): return .text(choices.first?.value ?? "")
      case .bytes: return .text(String(repeating: "00", count: 16))
      case .list: return .list([])
      case .object(let fields): return .object(try fields.map { .init($0.name, try $0.sample) })
      default: return .text("0")
      }
    }
  }
}
