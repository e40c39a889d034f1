import Feature
import Values

/// A read that leaves an entry: somebody saw a person's file, or took a list out of the house.
struct ReadNote: Sendable {
  let object: String
  let province: String?
  let subject: [UInt8]?
  /// What was taken: number of rows, filters.
  let detail: [Value.Member]
}
