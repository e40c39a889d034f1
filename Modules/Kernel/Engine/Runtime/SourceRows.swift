/// Which row of a sheet each thing came from, so that a later row that repeats it can name it.
///
/// New things are numbered one after the other, as their rows are: a run of both takes the same memory however long it is.
struct SourceRows {
  fileprivate struct Run {
    let thing: Int64
    let row: Int
    var count = 1
  }

  /// By kind of thing; the numbers of the things rise.
  private var runs: [String: [Run]] = [:]
  /// Things that a row came back to, and those that are in no rising order. They count before the runs.
  private var others: [String: [Int64: Int]] = [:]

  /// Notes that a row wrote a thing; the last row that did counts.
  mutating func note(_ kind: String, _ thing: Int64, row: Int) {
    if runs[kind, default: []].takes(thing, row) { return }
    others[kind, default: [:]][thing] = row
  }

  /// The row that a thing came from; nil for one that no row wrote.
  ///
  /// - Parameter object: as the ledger calls it, `people.person/12`.
  func row(of object: String) -> Int? {
    guard case .row(let kind, let thing)? = ObjectName(object) else { return nil }
    if let row = others[kind]?[thing] { return row }
    guard let runs = runs[kind] else { return nil }
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].thing <= thing { low = middle + 1 } else { high = middle }
    }
    guard low > 0, case let run = runs[low - 1], thing < run.thing + Int64(run.count) else { return nil }
    return run.row + Int(thing - run.thing)
  }
}

extension [SourceRows.Run] {
  /// Whether the thing comes after all others, and is therefore noted.
  fileprivate mutating func takes(_ thing: Int64, _ row: Int) -> Bool {
    guard let last else {
      append(SourceRows.Run(thing: thing, row: row))
      return true
    }
    let next = last.thing + Int64(last.count)
    guard thing >= next else { return false }
    if thing == next, row == last.row + last.count {
      self[endIndex - 1].count += 1
    } else {
      append(SourceRows.Run(thing: thing, row: row))
    }
    return true
  }
}
