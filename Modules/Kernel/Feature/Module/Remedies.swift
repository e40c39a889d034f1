/// Which commands help after a refusal that any module can meet. The engine knows no module by name: whoever has such a
/// command says so.
public struct Remedies: Sendable {
  /// The action that opens a session.
  package let signingIn: (any Action.Type)?
  /// The query that shows a rule with its source and the values in force; it takes a field `rule`.
  package let explainingRule: (any Query.Type)?
  /// The action that sets a parameter of a rule.
  package let settingParameter: (any Action.Type)?
  /// The action that switches a module on in a province.
  package let switchingModule: (any Action.Type)?

  /// Declares what is given and nothing else.
  public init(
    signingIn: (any Action.Type)? = nil, explainingRule: (any Query.Type)? = nil, settingParameter: (any Action.Type)? = nil,
    switchingModule: (any Action.Type)? = nil
  ) {
    self.signingIn = signingIn
    self.explainingRule = explainingRule
    self.settingParameter = settingParameter
    self.switchingModule = switchingModule
  }
}
