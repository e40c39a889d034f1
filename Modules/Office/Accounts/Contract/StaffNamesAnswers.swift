import Contracts
import Feature

struct StaffNamesProvider: StaffNames {
  func staffNames(of rows: [Int64], in snapshot: borrowing Snapshot) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for id in rows {
      names[id] = try snapshot.rows("SELECT full_name FROM accounts_staff WHERE id = ?", id).first?.first?.string
    }
    return names
  }
}
