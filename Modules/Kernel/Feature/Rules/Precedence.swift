/// A value that somebody set for a parameter, from a day on, for the nation or one province.
public struct Setting: Sendable, Equatable {
  /// The name of the rule's parameter.
  public let parameter: String
  /// nil for the whole nation.
  public let province: String?
  /// The first day on which it holds.
  public let from: JalaliDay
  /// What was set, as the parameter's type reads it.
  public let value: Value
  /// Who decided it and where that is written.
  public let source: String
  /// A nation-wide value that provinces may not override.
  public let isLocked: Bool
  /// The day on which it was decided; nil for what has been there as long as it holds.
  public let entered: JalaliDay?

  /// What was set.
  ///
  /// - Parameters:
  ///   - parameter: the name of the rule's parameter.
  ///   - province: ISO 3166-2 code; nil for the whole nation.
  ///   - from: the first day on which it holds.
  ///   - value: what was set.
  ///   - source: who decided it and where that is written.
  ///   - isLocked: whether provinces may not override it.
  ///   - entered: the day on which it was decided.
  public init(
    parameter: String, province: String?, from: JalaliDay, value: Value, source: String, isLocked: Bool = false,
    entered: JalaliDay? = nil
  ) {
    self.parameter = parameter
    self.province = province
    self.from = from
    self.value = value
    self.source = source
    self.isLocked = isLocked
    self.entered = entered
  }
}

/// The parameters of one rule, in force in one province on one day.
public struct InForce: Sendable {
  /// One parameter with the value that holds and where it comes from.
  public struct Line: Sendable {
    /// Which one.
    public let parameter: Parameter
    /// nil while a required parameter is not set.
    public let value: Value?
    /// What decided.
    public let origin: Origin
  }

  /// What decided on a value.
  public enum Origin: Sendable, Equatable {
    /// The province's own setting.
    case province(Setting)
    /// The nation's setting.
    case nation(Setting)
    /// The rule's standard value: nobody set another.
    case standard
    /// Nothing: no source gives a standard and nobody set one.
    case unset
  }

  /// One for each parameter of the rule, in declared order.
  public let lines: [Line]

  /// All values as one object, in declared order.
  public var values: Value { .object(lines.map { Value.Member($0.parameter.name, $0.value ?? .null) }) }
  /// What the national office must set before the rule can be used.
  public var missing: [Parameter] { lines.filter { $0.value == nil }.map(\.parameter) }
}

/// province on that day → nation on that day → the rule's standard; a locked national value stands above the province's.
public enum Precedence {
  /// What holds.
  ///
  /// - Parameters:
  ///   - parameters: those of one rule.
  ///   - settings: everything that was ever set for the rule, in the order in which it was entered, of which the later counts
  ///     where two hold from one day; those of other days and provinces are passed over.
  ///   - province: ISO 3166-2 code; nil for the nation, where no province's setting counts.
  ///   - day: the day on which a fact is judged; a setting of that very day counts.
  public static func inForce(
    _ parameters: [Parameter], settings: [Setting], province: String?, on day: JalaliDay
  ) -> InForce {
    InForce(
      lines: parameters.map { parameter in
        let candidates = settings.filter { $0.parameter == parameter.name && $0.from <= day }
        func latest(_ wanted: String?) -> Setting? {
          candidates.reversed().filter { $0.province == wanted }.max { $0.from < $1.from }
        }
        let nation = latest(nil)
        if let own = province.flatMap({ latest($0) }), nation?.isLocked != true {
          return .init(parameter: parameter, value: own.value, origin: .province(own))
        }
        if let nation { return .init(parameter: parameter, value: nation.value, origin: .nation(nation)) }
        let origin: InForce.Origin = parameter.standard == nil ? .unset : .standard
        return .init(parameter: parameter, value: parameter.standard, origin: origin)
      })
  }
}
