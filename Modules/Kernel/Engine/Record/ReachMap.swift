import Feature
import Secrets
import Store
import Values

/// How rows come to be seen by those whose scope ends below the province, read off what records declare: by their county, by being
/// assigned, with what they belong to, and through the rows that name them.
///
/// All of it is statements that put rows into `registry_reach`; the same ones serve one row and the whole store.
struct ReachMap: Sendable {
  /// A column through which rows pass their reach on.
  struct Link: Sendable {
    /// The kind of thing that the column names; nil where it may name any.
    let object: String?
    /// Gives all rows what follows from it; more conditions may be added.
    let insert: String
    /// Holds for the row that is given something.
    let target: String
    /// The rows that the column of a row names.
    let named: String
    /// The rows of its table whose column names a row: its number, or its name in the ledger.
    let naming: String
  }

  struct Kind: Sendable {
    let object: String
    /// What rows have by themselves.
    let own: [String]
    let seenWith: [Link]
    let shows: [Link]
    /// The places of the columns that decide on it.
    let places: Set<Int>
  }

  private let kinds: [String: Kind]
  /// By kind of thing, whose rows are seen with it, and by which column; under the empty name by what may name anything.
  private let followers: [String: [(kind: Kind, link: Link)]]
  /// By kind of thing, whose rows show it.
  private let showing: [String: [Link]]

  init(_ layouts: [RecordLayout]) {
    let people = Set(layouts.filter(\.isAboutPerson).map { $0.entity.object })
    let all = layouts.filter { $0.table.reach != .nation && !$0.table.isShared }.map { Kind($0, people) }
    kinds = Dictionary(all.map { ($0.object, $0) }) { first, _ in first }
    var followers: [String: [(kind: Kind, link: Link)]] = [:]
    var showing: [String: [Link]] = [:]
    for kind in all {
      for link in kind.seenWith { followers[link.object ?? "", default: []].append((kind, link)) }
      for link in kind.shows { showing[link.object ?? "", default: []].append(link) }
    }
    self.followers = followers
    self.showing = showing
  }

  func kind(of object: String) -> Kind? { kinds[object] }

  func followers(of object: String) -> [(kind: Kind, link: Link)] { (followers[object] ?? []) + (followers[""] ?? []) }

  func showing(_ object: String) -> [Link] { showing[object] ?? [] }

  /// Everything once; what follows from what is given later comes with the next time.
  var statements: [String] {
    kinds.values.sorted { $0.object < $1.object }.flatMap { $0.own + $0.seenWith.map(\.insert) + $0.shows.map(\.insert) }
  }

  /// By this a store knows whether its reach table was made by the same declarations.
  var digest: [UInt8] { Digest.sha256(Array(statements.joined(separator: "\n").utf8)) }
}

extension ReachMap.Kind {
  private static let into = "INSERT OR IGNORE INTO registry_reach(object,row,kind,holder) SELECT"

  fileprivate init(_ layout: RecordLayout, _ people: Set<String>) {
    let object = layout.entity.object
    let table = "main.\(layout.table.name) t"
    self.object = object
    var own: [String] = []
    var places: Set<Int> = []
    if layout.table.reach == .county, let place = layout.names.firstIndex(of: "county") {
      own.append("\(Self.into) '\(object)', t.id, '\(Holder.county)', t.county FROM \(table) WHERE t.county IS NOT NULL")
      places.insert(place)
    }
    if layout.table.isAssignable { own.append("\(Self.into) '\(object)', t.id, '\(object)', t.id FROM \(table) WHERE 1") }
    var (seenWith, shows): ([ReachMap.Link], [ReachMap.Link]) = ([], [])
    for (place, column) in layout.columns.enumerated() {
      guard let reference = column.reference else { continue }
      let named = column.isList ? "e.value" : "t.\(column.name)"
      let rows = column.isList ? "\(table), json_each(t.\(column.name)) e" : table
      if layout.table.seenWith.contains(column.name) {
        let whole =
          reference.object.map { "'\($0)' AND r.row=\(named)" }
          ?? "substr(\(named),1,instr(\(named),'/')-1) AND r.row=CAST(substr(\(named),instr(\(named),'/')+1) AS INTEGER)"
        seenWith.append(
          ReachMap.Link(
            object: reference.object,
            insert: """
              \(Self.into) '\(object)', t.id, r.kind, r.holder FROM \(rows)
              JOIN main.registry_reach r ON r.object=\(whole) WHERE \(named) IS NOT NULL
              """,
            target: "t.id=?", named: "SELECT \(named) FROM \(rows) WHERE t.id=?", naming: "SELECT t.id FROM \(rows) WHERE \(named)=?"))
        places.insert(place)
      } else if let whole = reference.object, people.contains(whole) || layout.table.shows.contains(column.name) {
        shows.append(
          ReachMap.Link(
            object: whole,
            insert: """
              \(Self.into) '\(whole)', \(named), r.kind, r.holder FROM \(rows)
              JOIN main.registry_reach r ON r.object='\(object)' AND r.row=t.id WHERE \(named) IS NOT NULL
              """,
            target: "\(named)=?", named: "SELECT \(named) FROM \(rows) WHERE t.id=? AND \(named) IS NOT NULL",
            naming: "SELECT t.id FROM \(rows) WHERE \(named)=?"))
        places.insert(place)
      }
    }
    self.own = own
    self.seenWith = seenWith
    self.shows = shows
    self.places = places
  }
}

extension RecordLayout.Column {
  fileprivate var isList: Bool { if case .list = kind { true } else { false } }

  /// What its values name: one kind of thing, or any; nil for what names nothing.
  fileprivate var reference: (object: String?, isAny: Bool)? {
    switch kind {
    case .reference(let object, _): (object, false)
    case .code(ThingName.anyKind): (nil, true)
    case .list(let element):
      if case .reference(let object, _) = element.kind { (object, false) } else { nil }
    default: nil
    }
  }
}
