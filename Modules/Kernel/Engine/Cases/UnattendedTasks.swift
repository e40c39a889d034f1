import Feature
import Jalali
import Store
import Values

/// Work of posts for which nobody is there, for the superior who may see it: shown, not given.
struct UnattendedTasks {
  private struct Post: Hashable {
    let roles: Set<String>
    let province: Province
    let county: Int64?
  }

  let reader: CaseReader
  let superiors: any Superiors
  private let configuration: ConfigurationCache
  private var vacancies: [Post: Vacancy?] = [:]

  /// nil where no desk knows who stands above whom.
  init?(_ reader: CaseReader) {
    guard let superiors = try? reader.store.contracts.provider(of: (any Superiors).self) else { return nil }
    self.reader = reader
    self.superiors = superiors
    configuration = ConfigurationCache(try? reader.store.contracts.provider(of: (any ConfigurationSource).self))
  }

  /// - Parameter step: an action; only what waits for it is told.
  mutating func run(module: String?, step: String?, limit: Int) throws -> [TaskList.Unattended] {
    var found: [TaskList.Unattended] = []
    for kind in reader.index.kinds where (module == nil || kind.module.id == module) && found.count < limit {
      guard kind.derivedState == nil, kind.hasColumn("province"), let eyes = reader.eyes(for: kind) else { continue }
      let ways = ways(of: kind, step)
      guard !ways.isEmpty, try isWorthLooking(ways, eyes) else { continue }
      for row in try TaskSearch.rows(kind, Set(ways.flatMap(\.way.from)), eyes) where found.count < limit {
        if let task = try task(row, ways) { found.append(task) }
      }
    }
    return found
  }

  /// Steps of other posts, of which one stands below the asker's.
  private func ways(of kind: CaseKind, _ step: String?) -> [(way: CaseKind.Way, command: Command)] {
    kind.ways.compactMap { way in
      guard way.isAwaited, step == nil || way.action == step, let command = way.action.flatMap({ reader.index.action($0) }),
        superiors.isAbove(reader.principal, command.spec.permission.roles)
      else { return nil }
      return (way, command)
    }
  }

  /// Where everybody who is asked for is there for a whole province, none of its rows needs to be read.
  private mutating func isWorthLooking(_ ways: [(way: CaseKind.Way, command: Command)], _ eyes: StoreSnapshot) throws -> Bool {
    guard let province = eyes.scope.province.flatMap({ Province(code: $0) }) else { return true }
    // Posts that a row names itself are asked for with the row.
    for (way, command) in ways where try way.takers != nil || vacancy(command.spec.permission.roles, province, nil) != nil { return true }
    return false
  }

  private mutating func task(_ row: CaseRow, _ ways: [(way: CaseKind.Way, command: Command)]) throws -> TaskList.Unattended? {
    guard let province = row.province, let state = row.stateCode,
      try !row.kind.isSwitchable || configuration.isOn(row.kind.module.id, province, reader.store)
    else { return nil }
    for (way, command) in ways where way.from.contains(state) && row.awaits(way) {
      let own = reader.principal.scope(for: command.spec.permission)?.scope
      let isOwn = own?.shows(province: province.code, county: row.county) == true && row.isFor(reader.principal, way)
      let roles = row.takers(of: way) ?? command.spec.permission.roles
      guard !isOwn, let vacancy = try vacancy(roles, province, row.county)
      else { continue }
      let since = try reader.store.dayOfState(of: row.object)
      guard max(since ?? vacancy.shownSince, vacancy.since ?? since ?? vacancy.shownSince) <= vacancy.shownSince else { continue }
      return TaskList.Unattended(
        object: row.object, code: row.code, name: row.name, kind: row.kind.label, province: province,
        state: row.state ?? CaseLabel("", Texts("", "")), action: reader.label(of: command.spec.id),
        roles: command.spec.permission.holders.filter { roles.contains($0.id) }.map { CaseLabel($0.id, $0.texts) }, since: since,
        fa: vacancy.advice.fa,
        en: vacancy.advice.en)
    }
    return nil
  }

  private mutating func vacancy(_ roles: Set<String>, _ province: Province, _ county: Int64?) throws -> Vacancy? {
    let post = Post(roles: roles, province: province, county: county)
    if let known = vacancies[post] { return known }
    // Who holds which post is no secret of a province to the desk that answers; only the answer goes on.
    let found = try superiors.vacancy(
      of: post.roles, in: province, county: county, in: Snapshot(reader.store.seen(with: .nation)))
    vacancies[post] = .some(found)
    return found
  }
}
