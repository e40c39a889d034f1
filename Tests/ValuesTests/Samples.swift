import Values

enum Fruit: String, Choice {
  case apple, pear

  var texts: Texts { self == .apple ? Texts("سیب", "apple") : Texts("گلابی", "pear") }
}

enum Thing: Entity {
  static let object = "test.thing"
  static let prefix: String? = "TH"
  static let texts = Texts("چیز", "thing")
}

/// A thing that nobody names by a code.
enum Nameless: Entity {
  static let object = "test.nameless"
  static let texts = Texts("بی‌نام", "nameless thing")
}

/// The faults of an input that must be refused.
func faults(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch let refusal as Refusal {
    return refusal.faults.map { "\($0.pointer) \($0.code)" }.sorted()
  } catch let fault as FieldFault {
    return ["\(fault.pointer) \(fault.code)"]
  } catch {
    return ["\(error)"]
  }
}
