import Contracts
import Feature

/// What was said of modules, and what a proposal would add: where each works, on any day.
struct SwitchWords {
  /// The modules that a province can do without, each after those it stands on.
  let modules: [Module]
  /// By module, in the order in which they were entered.
  private var words: [String: [ModuleSwitch]] = [:]

  /// Everything that was said.
  ///
  /// - Parameters:
  ///   - items: what a proposal would add.
  ///   - withdrawn: whose switches are left out, as if they had never been approved.
  init(adding items: [ChangeItem] = [], without withdrawn: [ChangeItem] = [], in snapshot: borrowing Snapshot) throws {
    modules = try snapshot.contract((any DeclarationIndex).self).modules.filter(\.isSwitchable)
    let gone = withdrawn.compactMap(\.moduleSwitch)
    for module in modules { words[module.id] = try SwitchWords.words(on: module.id, in: snapshot).filter { !gone.contains($0.id) } }
    for item in items {
      guard let module = item.module, let isOn = item.isOn else { continue }
      words[module, default: []].append(
        ModuleSwitch(module: module, province: item.province, fromDay: item.fromDay, isOn: isOn, source: item.source))
    }
  }

  /// Only what is needed to say whether one module works.
  init(about module: Module, in snapshot: borrowing Snapshot) throws {
    let known = try snapshot.contract((any DeclarationIndex).self).modules.filter(\.isSwitchable)
    modules = known
    var asked = [module]
    while let next = asked.popLast() {
      guard words[next.id] == nil else { continue }
      words[next.id] = try SwitchWords.words(on: next.id, in: snapshot)
      if next.availability == .onUntilSwitchedOff { asked += known.filter { next.after.contains($0.id) } }
    }
  }

  /// Those aside that were withdrawn before their day.
  static func words(on module: String, in snapshot: borrowing Snapshot) throws -> [ModuleSwitch] {
    try snapshot.all(
      ModuleSwitch.self,
      """
      module = ? AND NOT EXISTS (
        SELECT 1 FROM configuration_change_item i JOIN configuration_change c ON c.id = i.change
        WHERE i.module_switch = configuration_switch.id AND c.state = 'withdrawn')
      ORDER BY id
      """, module)
  }

  /// The latest word on a module: the province's own, else the nation's, else what the module declares. Of two for one day
  /// the one entered later.
  ///
  /// - Parameter supposed: a module that is taken to be on.
  func isOn(_ module: Module, in province: Province?, on day: JalaliDay, supposing supposed: String? = nil) -> Bool {
    guard module.id != supposed else { return true }
    let said = (words[module.id] ?? []).filter { $0.fromDay <= day }
    func latest(_ wanted: Province?) -> ModuleSwitch? {
      said.reversed().filter { $0.province == wanted }.max { $0.fromDay < $1.fromDay }
    }
    if let word = province.flatMap({ latest($0) }) ?? latest(nil) { return word.isOn }
    switch module.availability {
    case .always: return true
    case .offUntilSwitchedOn: return false
    case .onUntilSwitchedOff:
      // Nobody has spoken of it, so it works where everything works that it stands on.
      return modules.filter { module.after.contains($0.id) }.allSatisfy { isOn($0, in: province, on: day, supposing: supposed) }
    }
  }

  /// What does not fit together around a module from a day on, on every later day on which something changes: modules it
  /// stands on that are off while it is on, and modules on it that are on while it is off. A word of the nation is looked at
  /// in every province that has words of its own. What is on until somebody switches it off must be switched off first.
  func breaches(around id: String, in province: Province?, from day: JalaliDay) -> (missing: [String], dependents: [String]) {
    guard let module = modules.first(where: { $0.id == id }) else { return ([], []) }
    let needed = modules.filter { module.after.contains($0.id) }
    let dependents = modules.filter { $0.after.contains(id) }
    let related = ([module] + needed + dependents).flatMap { words[$0.id] ?? [] }
    let places = province.map { [$0] } ?? [nil] + Set(related.compactMap(\.province)).map(Optional.some)
    let days = [day] + Set(related.map(\.fromDay)).filter { $0 > day }
    var (missing, standing): (Set<String>, Set<String>) = ([], [])
    for place in places {
      for day in days {
        if isOn(module, in: place, on: day) {
          missing.formUnion(needed.filter { !isOn($0, in: place, on: day) }.map(\.id))
        } else {
          standing.formUnion(dependents.filter { isOn($0, in: place, on: day, supposing: id) }.map(\.id))
        }
      }
    }
    return (needed.map(\.id).filter(missing.contains), dependents.map(\.id).filter(standing.contains))
  }
}
