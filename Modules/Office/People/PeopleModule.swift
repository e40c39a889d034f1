import Contracts
public import Feature

/// The people desk: who somebody is, kept once, sealed where it is personal, found by folded names.
public enum PeopleModule: FeatureModule {
  public static let module = Module(
    "people", "اشخاص", "People", after: ["regions"],
    availability: .always,
    words: words,
    migrations: [PeopleSchema.tables],
    records: [Person.self],
    rules: [PersonIdentity.self],
    actions: [RegisterPerson.self, CorrectPerson.self],
    queries: [ShowPerson.self, FindDuplicates.self],
    lists: [ListPeople.self],
    provisions: [.provides((any PeopleContract).self, PeopleContractProvider())],
    hooks: Hooks(personalData: .peoplePersonalData))
}
