import Contracts
import Feature

/// A local project as it is put into a plan. Amounts are rial; what is left out is nothing.
struct PlannedProject: Codable, Sendable {
  var title: String
  var need: String
  var owner: Ref<PersonEntity>
  var milestones: [Milestone]
  var credits: Rial?
  var peoplesContributions: Rial?
  var ownContribution: Rial?

  static let mostProjects = 50
  private static let mostMilestones = 50

  /// What can be wrong with the input itself, apart from the rule.
  func faults(at index: Int, adoptedOn day: JalaliDay) -> [FieldFault] {
    let place = "/projects/\(index)"
    var faults: [FieldFault] = []
    if PersianText.stored(title).isEmpty {
      faults.append(FieldFault("\(place)/title", "groups.title", Texts("عنوان لازم است.", "A title is required.")))
    }
    if milestones.count > Self.mostMilestones {
      faults.append(
        FieldFault("\(place)/milestones", "groups.too-many", Texts("حداکثر ۵۰ نقطهٔ عطف", "50 milestones at most.")))
    }
    for (number, milestone) in milestones.enumerated() where milestone.due < day {
      faults.append(
        FieldFault(
          "\(place)/milestones/\(number)/due", "groups.milestone-past",
          Texts("موعد پیش از تصویب برنامه است.", "The due date lies before the adoption of the plan.")))
    }
    for (name, amount) in [
      ("credits", credits), ("peoplesContributions", peoplesContributions), ("ownContribution", ownContribution),
    ] {
      guard let amount, amount < .zero else { continue }
      faults.append(
        FieldFault("\(place)/\(name)", "groups.negative", Texts("مبلغ منفی است.", "The amount is negative.")))
    }
    return faults
  }
}
