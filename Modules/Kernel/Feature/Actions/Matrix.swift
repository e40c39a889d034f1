/// How a sheet of an action may lie besides one row a call: a row a thing, a column a case, a cell what becomes of the two
/// (scores: a row a need, a column a criterion; attendance: a row a person, a column a half day).
public struct Matrix: Sendable {
  /// What a cell says.
  public enum Cell: Sendable {
    /// The value of this field; each cell is a call, an empty one is none.
    case value(String)
    /// Whether the row's thing is in this list; each column is a call, one without any cell is none.
    case listed(String)
  }

  /// The field that the first column holds; for `listed` it is what the list's items are called.
  package let row: String
  /// What its column may be called, besides the words that every sheet knows for the field.
  package let rowTitles: [String]
  /// The fields that a title holds: the whole title for one; for several its number, its day and its words.
  package let columns: [String]
  package let cell: Cell

  /// - Parameters:
  ///   - row: the field that the first column holds.
  ///   - rowTitles: what that column may be called, besides the words that every sheet knows for the field.
  ///   - columns: the fields that a title holds.
  ///   - cell: what a cell says.
  public init(row: String, called rowTitles: [String] = [], columns: [String], cell: Cell) {
    self.row = row
    self.rowTitles = rowTitles
    self.columns = columns
    self.cell = cell
  }
}
