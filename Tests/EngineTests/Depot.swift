import Engine
import Feature
import Store
import Values

// A depot: crates refer to shelves and are called after them; a shelf's name is for the chief only where it is locked.

enum ShelfEntity: Entity {
  static let object = "depot.shelf"
  static let prefix: String? = "SH"
  static let texts = Texts("قفسه", "shelf")
}

struct Shelf: ProvincialRecord {
  typealias Of = ShelfEntity
  static let table = Table("depot_shelf", reach: .province)
  static let naming = Naming("name")
  var id = ID<ShelfEntity>(0)
  var rev = 0
  var province: Province
  var name: String
}

enum CrateEntity: Entity {
  static let object = "depot.crate"
  static let prefix: String? = "CT"
  static let texts = Texts("جعبه", "crate")
}

/// Called after its shelf.
struct Crate: ProvincialRecord {
  typealias Of = CrateEntity
  static let table = Table("depot_crate", reach: .province)
  static let naming = Naming("(SELECT s.name FROM depot_shelf s WHERE s.id = shelf)")
  var id = ID<CrateEntity>(0)
  var rev = 0
  var province: Province
  var shelf: ID<ShelfEntity>
  var inside: ID<CrateEntity>?
  var lock: ID<LockEntity>?
}

enum LockEntity: Entity {
  static let object = "depot.lock"
  static let texts = Texts("قفل", "lock")
}

/// Its word is for those who approve.
struct Lock: Record {
  typealias Of = LockEntity
  static let table = Table("depot_lock", reach: .nation)
  static let naming = Naming("word", visibleWith: .chiefs)
  var id = ID<LockEntity>(0)
  var rev = 0
  var word: String
}

extension Permission {
  static let chiefs = Permission("depot.lock", "قفل", "locks", heldBy: [.chief])
}

struct AddShelf: Action {
  var province: Province
  var name: String
  static let spec = Spec("depot.add-shelf", "قفسهٔ تازه", "Add a shelf", .post, "/depot/shelves", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Shelf {
    // So a test sees what an action is told of its reader; nothing else may write by it.
    let name = name == "told?" ? "\(work.isAnswerRead)" : name
    return try work.insert(Shelf(province: province, name: name))
  }
}

struct RenameShelf: Action {
  var shelf: Ref<ShelfEntity>
  var name: String
  static let spec = Spec("depot.rename", "نام تازه", "Rename", .post, "/depot/shelves/{shelf}/name", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Crate {
    var row = try work.require(Shelf.self, shelf)
    row.name = name
    try work.update(row)
    // A crate is the answer, so that the shelf is called by its new name before anything is taken back.
    return try work.insert(Crate(province: row.province, shelf: row.id))
  }
}

struct AddCrate: Action {
  var shelf: Ref<ShelfEntity>
  var inside: Ref<CrateEntity>?
  var word: String?
  static let spec = Spec("depot.add-crate", "جعبهٔ تازه", "Add a crate", .post, "/depot/crates", permission: .write)
  func perform(in work: borrowing Transaction) throws -> Crate {
    let row = try work.require(Shelf.self, shelf)
    let outer = try inside.map { try work.require(Crate.self, $0).id }
    let lock = try word.map { try work.insert(Lock(word: $0)).id }
    return try work.insert(Crate(province: row.province, shelf: row.id, inside: outer, lock: lock))
  }
}

struct ShowCrate: Query {
  var crate: Ref<CrateEntity>
  static let spec = Spec("depot.crate", "جعبه", "A crate", "/depot/crates/{crate}", permission: .read)
  func answer(in snapshot: borrowing Snapshot) throws -> Crate { try snapshot.require(Crate.self, crate) }
}

struct ListCrates: ListQuery {
  struct Item: Codable, Sendable {
    var id: ID<CrateEntity>
    var shelf: ID<ShelfEntity>
    var inside: ID<CrateEntity>?
    var lock: ID<LockEntity>?
  }
  static let spec = Spec("depot.crates", "جعبه‌ها", "Crates", "/depot/crates", permission: .read)
  func selection() -> Selection { Selection(from: "depot_crate t") }
}

struct DepotModule: FeatureModule {
  static let module = Module(
    "depot", "انبار", "Depot",
    migrations: [
      Migration(
        "depot.tables",
        "CREATE TABLE depot_shelf(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL, name TEXT NOT NULL) STRICT",
        """
        CREATE TABLE depot_crate(
          id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, province TEXT NOT NULL, shelf INTEGER NOT NULL, inside INTEGER, lock INTEGER
        ) STRICT
        """,
        "CREATE TABLE depot_lock(id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, word TEXT NOT NULL) STRICT")
    ], records: [Shelf.self, Crate.self, Lock.self], actions: [AddShelf.self, RenameShelf.self, AddCrate.self],
    queries: [ShowCrate.self], lists: [ListCrates.self])
}
