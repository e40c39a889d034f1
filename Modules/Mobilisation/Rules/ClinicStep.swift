public import Jalali
public import Rules
public import Values

/// Which step follows which on a clinic's way.
public struct ClinicStep: Rule {
  public static let id = "mobilisation.clinic-step"
  public static let texts = Texts(
    "تنها کلینیک پیشنهادشده برگزیده یا رد می‌شود و تنها برای کلینیک برگزیده یک بار محله انتخاب می‌شود.",
    "Only a proposed clinic is selected or rejected, and only for a selected one is a neighbourhood chosen, once.")
  public static let source = Citation(
    "S2", "انتخاب محلات هدف پس از انتخاب کلینیک", "the choice of neighbourhoods follows the selection")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var state: ClinicState
    public var step: Step
  }

  /// What somebody wants to do with a clinic.
  public enum Step: String, Codable, Sendable {
    case select, reject, extendChoice, chooseNeighbourhood
  }

  public enum Objection: RuleObjection {
    case notFrom(ClinicState)

    public var code: String { "mobilisation.clinic-state" }
    public var texts: Texts {
      switch self {
      case .notFrom(let state):
        Texts(
          "کلینیک اکنون «\(state.texts.fa)» است و این گام از این حالت ممکن نیست.",
          "The clinic is now \"\(state.texts.en)\"; this step is not possible from there.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    let before: ClinicState =
      switch facts.step {
      case .select, .reject: .proposed
      case .extendChoice, .chooseNeighbourhood: .selected
      }
    return facts.state == before ? [] : [.notFrom(facts.state)]
  }
}
