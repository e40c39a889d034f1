import HTTP
import Engine
import Feature
import TestKit
import Testing
import Values

@testable import Host

/// Nobody slips a field in that was not offered, and no answer shows one that was not declared.
@Suite struct FieldsStory {
  /// What a curious client would try.
  private static let smuggled = [
    "province", "role", "approvedBy", "id", "rev", "code", "state", "createdBy", "county", "actor", "dryRun", "__proto__", "ID", "نام", "",
  ]

  @Test func `a field that is not offered is refused with its pointer, on every route`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()), everybody: true)
    let registry = household.served.store.runtime.registry
    var sent = 0
    for operation in household.operations {
      guard let command = registry.command(operation.id) else { continue }
      let rest = command.fields.map(\.name).filter { !command.pathFields.contains($0) }
      for name in FieldsStory.smuggled where !rest.contains(name) && !(command.kind != .action && name.isEmpty) {
        var filling = Filling(operation.path, operation.value)
        if command.kind == .action {
          let body = filling.body.isEmpty ? Value.object([]) : try JSONReader.read(filling.body)
          filling.headers = [("Content-Type", "application/json")]
          filling.body = JSONWriter.write(.object(body.members + [.init(name, "x")]))
        } else {
          filling.query.append((Filling.encoded(name), "x"))
        }
        let answer = try household.send(filling, operation.method, as: "everybody")
        #expect(
          answer.status == 400 && answer.faults.contains("/\(name) field.unknown"),
          "\(operation.id) \(name): \(answer.status) \(answer.text.prefix(300))")
        sent += 1
      }
    }
    #expect(sent > 1_000, "\(sent)")
    #expect(household.served.faults.all.isEmpty)
  }

  @Test func `neither in an object within an object or a list`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()), everybody: true)
    var sent = 0
    for operation in household.operations {
      let filling = Filling(operation.path, operation.value)
      guard household.served.store.runtime.registry.command(operation.id)?.kind == .action, !filling.body.isEmpty else { continue }
      for (body, pointer) in FieldsStory.smuggling("approvedBy", into: try JSONReader.read(filling.body), "") {
        var filling = filling
        filling.body = JSONWriter.write(body)
        let answer = try household.send(filling, operation.method, as: "everybody")
        #expect(
          answer.status == 400 && answer.faults.contains("\(pointer) field.unknown"),
          "\(operation.id) \(pointer): \(answer.text.prefix(300))")
        sent += 1
      }
    }
    #expect(sent > 3, "\(sent)")
  }

  /// The value with one more member, once for each object within it.
  private static func smuggling(_ name: String, into value: Value, _ pointer: String) -> [(Value, String)] {
    var found: [(Value, String)] = []
    for (index, member) in value.members.enumerated() {
      func put(_ part: Value) -> Value {
        var members = value.members
        members[index].value = part
        return .object(members)
      }
      let place = "\(pointer)/\(member.name)"
      if case .object(let inner) = member.value {
        found.append((put(.object(inner + [.init(name, "x")])), "\(place)/\(name)"))
        found += smuggling(name, into: member.value, place).map { (put($0.0), $0.1) }
      }
      for (number, item) in member.value.items.enumerated() {
        guard case .object(let inner) = item else { continue }
        var items = member.value.items
        items[number] = .object(inner + [.init(name, "x")])
        found.append((put(.list(items)), "\(place)/\(number)/\(name)"))
      }
    }
    return found
  }

  @Test func `an option that stands twice is refused wherever options are read`() throws {
    let household = try Household(StoryStore(on: try Road.firstDay()), everybody: true)
    for operation in household.operations {
      let target = Filling(operation.path, operation.value).path + "?a=1&a=2"
      let answer = try household.send(operation.method, target, as: "everybody")
      #expect(
        answer.status == 400 && answer.faults == ["/a query.duplicate"], "\(operation.id): \(answer.status) \(answer.text.prefix(200))")
    }
  }

  @Test func `every list and query answers with the members that were declared`() throws {
    let household = try Household(StoryStore(copying: try WalkedRoad.golestan.get().store), everybody: true)
    let runtime = household.served.store.runtime
    var shown: Set<String> = []
    for call in try Reads.all(runtime) {
      let answer = try household.send("GET", call.target, as: "everybody")
      guard answer.status == 200 else { continue }
      let faults = AnswerShape.faults(
        try JSONReader.read(answer.body, maximumElements: JSONReader.maximumElementsOfAnswer), of: call.command)
      #expect(faults.isEmpty, "\(call.target): \(Set(faults).sorted())")
      if answer.text.count > 30 { shown.insert(call.command.spec.id) }
    }
    let all = runtime.registry.commands.filter { $0.kind != .action }
    #expect(shown.count * 10 > all.count * 8, "\(Set(all.map(\.spec.id)).subtracting(shown).sorted())")
  }
}
