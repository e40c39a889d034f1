import Feature
import Jalali
import Store
import Values

/// What rows are called, remembered as long as nothing was written that could change it; belongs to one thread at a time.
///
/// Only rows that exist are remembered: one that is added later is found at once. Readers hold a cache for as long as
/// nothing was committed, the writer lets it forget what it changes.
final class ReferenceCache {
  /// Rows remembered at most, some 200 octets each; then it begins anew.
  static let capacity = 8_192

  /// Whose eyes see what the names say.
  private struct Reader: Hashable {
    let scope: Scope
    /// What is assigned to somebody changes with the day.
    let day: JalaliDay
    let seesNames: Bool
  }

  private var kinds: [String: [Reader: RowNames]] = [:]
  private var count = 0

  /// The rows of one kind as a reader sees them.
  ///
  /// - Parameter seesNames: whether the reader may see more than the code.
  func rows(of layout: RecordLayout, in scope: Scope, on day: JalaliDay, seesNames: Bool) -> RowNames {
    let reader = Reader(scope: scope, day: day, seesNames: seesNames)
    if let ready = kinds[layout.entity.object]?[reader] { return ready }
    let fresh = RowNames(layout, seesNames: seesNames)
    kinds[layout.entity.object, default: [:]][reader] = fresh
    return fresh
  }

  func keep(_ name: ReferenceName, of row: Value, in rows: RowNames) {
    if count >= ReferenceCache.capacity { forget() }
    count += 1
    switch row {
    case .int(let number): rows.byNumber[number] = name
    case .text(let code): rows.byCode[code] = name
    default: break
    }
  }

  /// Rows of these kinds may be called otherwise from now on.
  func forget(_ objects: [String]) {
    for object in objects where kinds[object] != nil { kinds[object] = nil }
  }

  func forget() {
    kinds.removeAll(keepingCapacity: true)
    count = 0
  }
}

/// The rows of one kind of thing that were asked for by readers who see the same.
final class RowNames {
  /// SQL for one row's code and name, by its number and by its code.
  let (numbers, codes): (String, String)
  /// What codes are made of that say no more than the number; nil where the row holds its code.
  let numbered: [UInt8]?
  /// The kind's own rows show their code by themselves.
  let isCoded: Bool
  fileprivate(set) var byNumber: [Int64: ReferenceName] = [:]
  fileprivate(set) var byCode: [String: ReferenceName] = [:]

  fileprivate init(_ layout: RecordLayout, seesNames: Bool) {
    let columns = seesNames ? layout.called : layout.coded
    (numbers, codes) = ("\(columns) WHERE id = ?", "\(columns) WHERE code = ?")
    numbered = layout.numbered.map { Array($0.utf8) }
    isCoded = layout.isCoded
  }
}
