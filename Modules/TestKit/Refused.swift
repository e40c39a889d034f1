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
  ///
  /// The rule is asked twice: with the facts as they are given and as they are read back from what a verdict keeps of
  /// them. Where it says something else then, the answer is a sentence, which is nobody's code.
  public static func codes(_ facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [String] {
    let objections = objections(to: facts, under: parameters, on: day)
    do {
      let kept = try JSONEncoding.write(facts, showsSecrets: true).body
      let read = try ValueDecoder.decode(Facts.self, from: try JSONReader.read(kept))
      guard try JSONEncoding.write(read, showsSecrets: true).body == kept else { return ["\(id): kept facts are written otherwise"] }
      let again = Self.objections(to: read, under: parameters, on: day)
      guard again.map(\.code) == objections.map(\.code), again.map(\.texts) == objections.map(\.texts) else {
        return ["\(id): says \(again) of kept facts, \(objections) of given ones"]
      }
    } catch {
      return ["\(id): kept facts are not read back: \(error)"]
    }
    return objections.map(\.code)
  }
}

extension Rule where Parameters == NoParameters {
  /// The codes of all objections of a rule without numbers.
  public static func codes(_ facts: Facts, on day: JalaliDay) -> [String] { codes(facts, under: NoParameters(), on: day) }
}
