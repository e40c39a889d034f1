import Contracts
public import Feature

/// The accounts desk: staff, the posts they hold in regions, sessions.
public enum AccountsModule: FeatureModule {
  public static let module = Module(
    "accounts", "همکاران", "Accounts", after: ["regions"],
    availability: .always,
    words: words,
    migrations: [
      AccountsSchema.tables, AccountsSchema.languages, AccountsSchema.absences, AccountsSchema.leaves, AccountsSchema.credentials,
      AccountsSchema.postConfirmations, AccountsSchema.sessionOrigins,
    ],
    records: [
      Staff.self, Post.self, Session.self, Presence.self, Throttle.self, ChosenLanguage.self, Absence.self, Leave.self, Credential.self,
      PostConfirmation.self, SessionOrigin.self,
    ],
    rules: [
      PostReach.self, ActingPerson.self, LeavePeriod.self, UnattendedTask.self, OneTimeSecret.self, ResetConfirmation.self,
      PostConfirmationLife.self, SecondHand.self,
    ],
    actions: [
      Login.self, Logout.self, CreateStaff.self, AssignPost.self, EndPost.self, DisableStaff.self, SetPassword.self, ResetPassword.self,
      EndSessions.self, ChooseLanguage.self, NameActing.self, EndActing.self, ReportAbsence.self, EndAbsence.self, ConfirmPassword.self,
      ConfirmPost.self, RejectPost.self, LeaveOffice.self, ReinstateStaff.self, EndSession.self,
    ],
    queries: [WhoAmI.self, ListSessions.self, ShowPostConfirmation.self],
    lists: [ListStaff.self, ListPosts.self, ListAbsences.self, ListLeaves.self, ListPostConfirmations.self],
    provisions: [
      .provides((any Authenticator).self, AuthenticatorProvider()), .provides((any StaffDirectory).self, StaffDirectoryProvider()),
      .provides((any Superiors).self, SuperiorsProvider()), .provides((any AccountsContract).self, AccountsContractProvider()),
    ],
    hooks: Hooks(operation: .accountsAdmin, sessionUse: "accounts.touch", lendsAuthority: true, remedies: Remedies(signingIn: Login.self)))
}
