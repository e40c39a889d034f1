import Jalali
import Persian
import Engine
import Feature
import Store
import Values

// What a new module consists of: its declarations, its table, and its name in the list of installed modules (`Site`).

enum NoteEntity: Entity {
  static let object = "notes.note"
  static let prefix: String? = "NT"
  static let texts = Texts("یادداشت", "note")
}

struct Note: ProvincialRecord, CodedRecord {
  typealias Of = NoteEntity
  static let table = Table("notes_note", reach: .province)
  var id = ID<NoteEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var text: String
  var until: JalaliDay?
  var phone: Secret<Mobile>?
}

extension Role {
  static let writer = Role("notes.writer", "نویسنده", "writer")
  static let reader = Role("notes.reader", "خواننده", "reader")
}

extension Role {
  static let keeper = Role("notes.keeper", "سرایدار", "keeper")
}

extension Permission {
  static let houseKeep = Permission("notes.keep", "نگهداری", "keep the house", heldBy: [.keeper])
  static let notesRead = Permission("notes.read", "دیدن یادداشت", "see notes", heldBy: [.writer, .reader])
  static let notesWrite = Permission("notes.write", "نوشتن یادداشت", "write notes", heldBy: [.writer])
}

struct WriteNote: Action {
  var province: Province
  var text: String
  var until: JalaliDay?
  var phone: Secret<Mobile>?

  static let spec = Spec(
    "notes.write", "نوشتن یادداشت", "Write a note", .post, "/notes", permission: .notesWrite,
    fields: ["province": ("استان", "province"), "text": ("متن", "text"), "until": ("تا", "until"), "phone": ("تلفن", "phone")])

  func perform(in work: borrowing Transaction) throws -> Note {
    if text == "leak" { throw Leak() }
    return try work.insert(Note(province: province, text: text, until: until, phone: phone))
  }
}

/// A fault of ours that carries what nobody outside may see.
struct Leak: Error { let path = "/var/lib/secret-place" }

struct EditNote: Action {
  var note: Ref<NoteEntity>
  var text: String

  static let spec = Spec(
    "notes.edit", "ویرایش یادداشت", "Edit a note", .put, "/notes/{note}", permission: .notesWrite,
    fields: ["note": ("یادداشت", "note"), "text": ("متن", "text")])

  func perform(in work: borrowing Transaction) throws -> Note {
    var row = try work.require(Note.self, note)
    row.text = text
    return try work.update(row)
  }
}

/// A step that needs no revision, but heeds one.
struct StampNote: Action {
  var note: Ref<NoteEntity>

  static let spec = Spec(
    "notes.stamp", "مهر زدن", "Stamp a note", .post, "/notes/stamps/{note}", permission: .notesWrite,
    fields: ["note": ("یادداشت", "note")])

  func perform(in work: borrowing Transaction) throws -> Note {
    var row = try work.require(Note.self, note)
    row.text += " ✓"
    return try work.update(row)
  }
}

/// An answer without a revision.
struct CountNotes: Query {
  struct Output: Codable, Sendable { var count: Int }

  static let spec = Spec("notes.count", "شمار یادداشت‌ها", "How many notes", "/notes/count", permission: .notesRead)

  func answer(in snapshot: borrowing Snapshot) throws -> Output { Output(count: try snapshot.count("SELECT count(*) FROM notes_note")) }
}

struct ShowNote: Query {
  var note: Ref<NoteEntity>

  static let spec = Spec(
    "notes.note", "یک یادداشت", "A note", "/notes/{note}", permission: .notesRead, fields: ["note": ("یادداشت", "note")])

  func answer(in snapshot: borrowing Snapshot) throws -> Note { try snapshot.require(Note.self, note) }
}

struct ListNotes: ListQuery {
  var search: String?

  struct Item: Codable, Sendable {
    var id: Int64
    var code: String
    var until: JalaliDay?
  }

  static let spec = Spec("notes.notes", "یادداشت‌ها", "Notes", "/notes", permission: .notesRead, fields: ["search": ("جست‌وجو", "search")])

  func selection() -> Selection { Selection(from: "notes_note t").search("t.text", search) }
}

struct NotesModule: FeatureModule {
  static let module = Module(
    "notes", "یادداشت‌ها", "Notes", migrations: migrations, records: records, actions: actions, queries: queries, lists: lists,
    hooks: Hooks(personalData: .notesWrite))
  static var migrations: [Migration] {
    [
      Migration(
        "notes.tables",
        """
        CREATE TABLE notes_note(
          id INTEGER PRIMARY KEY, rev INTEGER NOT NULL, code TEXT NOT NULL UNIQUE, province TEXT NOT NULL, text TEXT NOT NULL,
          until INTEGER, phone BLOB
        ) STRICT
        """)
    ]
  }
  static var records: [any Record.Type] { [Note.self] }
  static var actions: [any Action.Type] { [WriteNote.self, EditNote.self, StampNote.self] }
  static var queries: [any Query.Type] { [ShowNote.self, CountNotes.self] }
  static var lists: [any ListQuery.Type] { [ListNotes.self] }
}
