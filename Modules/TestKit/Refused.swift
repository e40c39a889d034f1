public import Feature
public import Jalali
public import Values

extension Refusal {
  /// The codes of all its faults, or its own where it has none.
  public var codes: [String] { faults.isEmpty || kind == .conflict ? [code] : faults.map(\.code) }
}

/// The refusal of a call; nil when it is not refused.
///
/// - Throws: whatever else is thrown.
public func refused(_ body: () throws -> some Any) throws -> Refusal? {
  do {
    _ = try body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  }
}

/// The codes with which a call is refused: of all faults, or the refusal's own where it has none. Empty when it is not
/// refused; whatever else is thrown comes as its description, which is nobody's code.
public func refusal(_ body: () throws -> some Any) -> [String] {
  do {
    return try refused(body)?.codes ?? []
  } catch {
    return ["\(error)"]
  }
}

/// The rule that refuses a call; nil when none does.
public func refusingRule(_ body: () throws -> some Any) -> Value? { (try? refused(body))?.rule?["id"] }

extension Rule {
  /// The codes of all objections, in their order: what a test of a rule compares.
  public static func codes(_ facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [String] {
    objections(to: facts, under: parameters, on: day).map(\.code)
  }
}

extension Rule where Parameters == NoParameters {
  /// The codes of all objections of a rule without numbers.
  public static func codes(_ facts: Facts, on day: JalaliDay) -> [String] { codes(facts, under: NoParameters(), on: day) }
}
