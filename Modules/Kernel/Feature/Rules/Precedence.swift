/// A value that somebody set for a parameter, from a day on, for the nation or one province.
public struct Setting: Sendable, Equatable {
  public let parameter: String
  /// nil for the whole nation.
  public let province: String?
  public let from: JalaliDay
  public let value: Value
  public let source: String
  /// A nation-wide value that provinces may not override.
  public let isLocked: Bool

  public init(
    parameter: String, province: String?, from: JalaliDay, value: Value, source: String, isLocked: Bool = false
  ) {
    self.parameter = parameter
    self.province = province
    self.from = from
    self.value = value
    self.source = source
    self.isLocked = isLocked
  }
}

/// The parameters of one rule, in force in one province on one day.
public struct InForce: Sendable {
  public struct Line: Sendable {
    public let parameter: Parameter
    /// nil while a required parameter is not set.
    public let value: Value?
    public let origin: Origin
  }

  public enum Origin: Sendable, Equatable {
    case province(Setting)
    case nation(Setting)
    case standard
    case unset
  }

  public let lines: [Line]

  /// All values as one object, in declared order.
  public var values: Value { .object(lines.map { Value.Member($0.parameter.name, $0.value ?? .null) }) }
  public var missing: [Parameter] { lines.filter { $0.value == nil }.map(\.parameter) }
}

/// province on that day → nation on that day → the rule's standard; a locked national value stands above the province's.
public enum Precedence {
  public static func inForce(
    _ parameters: [Parameter], settings: [Setting], province: String?, on day: JalaliDay
  ) -> InForce {
    InForce(
      lines: parameters.map { parameter in
        let candidates = settings.filter { $0.parameter == parameter.name && $0.from <= day }
        func latest(_ wanted: String?) -> Setting? {
          candidates.filter { $0.province == wanted }.max { $0.from < $1.from }
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
