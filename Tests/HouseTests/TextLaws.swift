import Engine
import Feature
import Testing
import Values

/// A text that anybody may send has an end, which is counted in Unicode scalars and told.
@Suite struct `Lengths of texts` {
  private struct Place {
    let command: Command
    let field: Field
    let pointer: String
    /// An input with this text in the field and nothing else.
    let input: (String) -> Value
  }

  private func places() throws -> [Place] {
    var places: [Place] = []
    for command in try Installed.registry().commands {
      func walk(_ fields: [Field], _ pointer: String, _ wrap: @escaping (Value) -> Value) {
        for field in fields {
          let inner = { (value: Value) in wrap(.object([.init(field.name, value)])) }
          visit(field, "\(pointer)/\(field.name)", inner)
        }
      }
      func visit(_ field: Field, _ pointer: String, _ wrap: @escaping (Value) -> Value) {
        switch field.kind {
        case .text: places.append(Place(command: command, field: field, pointer: pointer) { wrap(.text($0)) })
        case .object(let parts): walk(parts, pointer, wrap)
        case .list(let element): visit(element, pointer + "/0") { wrap(.list([$0])) }
        default: break
        }
      }
      walk(command.fields, "") { $0 }
    }
    return places
  }

  private func faults(_ place: Place, _ text: String) -> [FieldFault] {
    do { _ = try Field.conform(place.input(text), to: place.command.fields, mode: .strict) } catch {
      return ((error as? Refusal)?.faults ?? []).filter { $0.pointer == place.pointer && $0.code == "field.too-long" }
    }
    return []
  }

  @Test func `a megabyte is refused everywhere, with its place and its number`() throws {
    let megabyte = String(repeating: "ا", count: 1 << 19)
    let places = try places().filter { $0.field.longestText < 1 << 20 }
    #expect(places.count > 100)
    for place in places {
      let fault = faults(place, megabyte).first
      #expect(fault?.texts.en.contains("524288") == true, "\(place.command.spec.id)\(place.pointer)")
    }
  }

  @Test func `a name, a title and a number stand on one line`() throws {
    let names = try places().filter { place in ["name", "title"].contains(place.field.name) || place.field.name.hasSuffix("Number") }
    #expect(names.count > 10)
    for place in names {
      #expect(place.field.mostScalars == TextLength.line.rawValue, "\(place.command.spec.id)\(place.pointer)")
      // A letter and the marks on it are one character to the eye and many to the store.
      let marked = "ا" + String(repeating: "\u{64B}", count: TextLength.line.rawValue)
      #expect(faults(place, marked).count == 1 && faults(place, String(marked.unicodeScalars.dropLast())).isEmpty, "\(place.pointer)")
    }
  }

  @Test func `the longest text of an input fits the column it goes to`() {
    #expect(TextLength.document.rawValue * 4 <= String.longestText)
  }
}
