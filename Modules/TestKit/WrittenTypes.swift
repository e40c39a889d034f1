import Feature

/// The types of a module's sources that are of no use unless its value names them: its actions, queries, rules, records
/// and nightly tasks.
public struct WrittenTypes: Sendable {
  /// Which list of a module a type belongs on.
  enum List: String, CaseIterable {
    case actions, queries, lists, rules, records, nightly

    /// The protocols whose types belong on it; a protocol of the module's own may refine one of them.
    fileprivate var protocols: Set<String> {
      switch self {
      case .actions: ["Action", "PreparedAction", "DecidingAction", "ApprovingAction", "SeparateHandsAction"]
      case .queries: ["Query"]
      case .lists: ["ListQuery"]
      case .rules: ["Rule", "StateMachine"]
      case .records:
        [
          "Record", "ProvincialRecord", "CodedRecord", "PersonalRecord", "CountyRecord", "RoadRecord", "StatefulRecord",
          "DerivedStateRecord",
        ]
      case .nightly: ["NightlyTask"]
      }
    }

    fileprivate func names(in module: Module) -> [String] {
      switch self {
      case .actions: module.actions.map { String(describing: $0) }
      case .queries: module.queries.map { String(describing: $0) }
      case .lists: module.lists.map { String(describing: $0) }
      case .rules: module.rules.map { String(describing: $0) }
      case .records: module.records.map { String(describing: $0) }
      case .nightly: module.nightly.map { String(describing: $0) }
      }
    }
  }

  private let types: [(name: String, list: List)]

  /// - Parameter sources: the Swift text of a module's files.
  public init(in sources: [String]) {
    let heads = sources.flatMap { source in
      // A declaration begins its line, so that what a comment or a sentence says is none.
      source.matches(
        of:
          /(?m)^ *(?:(?:public|package|private|fileprivate|final|indirect) +)*(struct|enum|class|protocol|extension) +([\w.]+)[^:{\n]*: *([^{]+?) *\{/
      )
      .map { (keyword: $0.output.1, name: String($0.output.2), conformances: WrittenTypes.conformances(String($0.output.3))) }
    }
    types = List.allCases.flatMap { list in
      var protocols = list.protocols
      var isComplete = false
      while !isComplete {
        let more = heads.filter { $0.keyword == "protocol" && !protocols.isDisjoint(with: $0.conformances) }.map(\.name)
        isComplete = protocols.isSuperset(of: more)
        protocols.formUnion(more)
      }
      return heads.filter { $0.keyword != "protocol" && !protocols.isDisjoint(with: $0.conformances) }
        .map { (name: String($0.name.split(separator: ".").last ?? ""), list: list) }
    }
  }

  /// How many there are.
  public var count: Int { types.count }

  /// A sentence for each that the module's value does not name.
  func undeclared(in module: Module) -> [String] {
    types.filter { !$0.list.names(in: module).contains($0.name) }.map { "\($0.name): stands in no `\($0.list.rawValue)` of \(module.id)" }
  }

  /// `ProvincialRecord, CodedRecord where A == B` → its two protocols.
  private static func conformances(_ text: String) -> Set<String> {
    let list = text.split(separator: /\bwhere\b/).first ?? ""
    return Set(list.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }.map(String.init))
  }
}
