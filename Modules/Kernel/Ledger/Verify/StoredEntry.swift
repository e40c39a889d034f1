import Secrets

/// An entry read back from its leaf, as far as it is checked. Texts are told by where they stand in the leaf: there
/// are millions of entries, and hardly one of their texts is ever looked at.
struct StoredEntry {
  /// A guarded value: where it stood and what was committed to; nil where that is no digest.
  struct Committed {
    let field: String
    let digest: Bytes32?
  }

  /// Whose state an entry tells.
  enum Object {
    /// A row of the audited table of that number.
    case row(table: Int, id: Int64)
    /// An audited table's, but no row can be called so.
    case misnamed
    /// Of a table that nobody handed in.
    case foreign
  }

  var seq: Int64 = -1
  var epoch: Int64 = -1
  var previous: Bytes32?
  /// 27 bytes and five zeros; compared only.
  var time = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
  var isOK = false
  /// Keyed hash of the state, which is enough to compare with.
  var state: UInt64?
  var object = Object.foreign
  /// Where the object's name, the actor's id and the person's random name stand.
  var objectName = 0..<0
  var actor = 0..<0
  var subject: Range<Int>?
  /// Whether it is a `privacy.erase` entry, and whom it names.
  var isErasure = false
  var erased: Range<Int>?
  /// Which of its batch's guarded values are its own.
  var committed = 0..<0
  /// Keyed hash of the object, the actor if something was changed, and the seq.
  var listing: UInt64 = 0

  /// The verb of the entry that makes missing openings legitimate; `after.subject` names the person.
  static let erasure = "privacy.erase"
}
