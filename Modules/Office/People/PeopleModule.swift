import Contracts
public import Registry
public import Rules
public import Store

/// The people desk: who somebody is, kept once, sealed where it is personal, found by folded names.
public struct PeopleModule: FeatureModule {
  public static let manifest = Manifest("people", "اشخاص", "People", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any PeopleDesk).self, PeopleAnswers()) }

  public var migrations: [Migration] { [PeopleSchema.tables] }
  public var records: [any Record.Type] { [Person.self] }
  public var rules: [any Rule.Type] { [PersonIdentity.self] }
  public var actions: [any Action.Type] { [RegisterPerson.self, CorrectPerson.self] }
  public var queries: [any Query.Type] { [ShowPerson.self, FindDuplicates.self] }
  public var lists: [any ListQuery.Type] { [ListPeople.self] }
  public var personalDataRight: Permission? { .peoplePersonalData }
}
