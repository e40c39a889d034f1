public import Contracts
import Persian
public import Registry
public import Values

/// Closes a local project with its result.
public struct CloseProject: Action {
  public var group: Ref<GroupEntity>
  public var project: Ref<ProjectEntity>
  public var outcome: ProjectOutcome
  public var result: String

  public static let spec = Spec(
    "groups.close-project", "بستن پروژهٔ محلی", "Close a local project", .post,
    "/groups/{group}/projects/{project}/result",
    permission: .groupsWrite, weight: .serious,
    fields: [
      "group": ("گروه", "the group"), "project": ("پروژه", "the project"), "outcome": ("دستاورد", "outcome"),
      "result": ("نتیجه در چند جمله", "the result in words"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Project {
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
