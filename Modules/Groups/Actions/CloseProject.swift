import Contracts
import Feature

/// Closes a local project with its result.
struct CloseProject: Action {
  var group: Ref<GroupEntity>
  var project: Ref<ProjectEntity>
  var outcome: ProjectOutcome
  var result: String

  static let spec = Spec(
    "groups.close-project", "بستن پروژهٔ محلی", "Close a local project", .post,
    "/groups/{group}/projects/{project}/result",
    permission: .groupsWrite, weight: .serious,
    fields: [
      "group": ("گروه", "the group"), "project": ("پروژه", "the project"), "outcome": ("دستاورد", "outcome"),
      "result": ("نتیجه در چند جمله", "the result in words"),
    ])

  func perform(in work: borrowing Transaction) throws -> Project {
    let group = try work.require(Group.self, group)
    try work.requireState(group, for: .projectClosing)
    var project = try work.project(project, of: group)
    guard project.closedOn == nil else {
      throw Refusal.conflict(
        "groups.project-closed", Texts("این پروژه بسته شده است.", "This project is closed already."))
    }
    let text = PersianText.stored(result, keepingLines: true)
    guard !text.isEmpty else {
      throw Refusal.input("/result", "groups.result", Texts("نتیجه لازم است.", "The result is required."))
    }
    project.closedOn = work.day
    project.outcome = outcome
    project.result = text
    return try work.update(project)
  }
}
