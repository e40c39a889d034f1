public import Registry
public import Rules
public import Store

/// The accounts desk: staff, the posts they hold in regions, sessions.
public struct AccountsModule: FeatureModule {
  public static let manifest = Manifest("accounts", "همکاران", "Accounts", after: ["regions"], isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any Authenticator).self, SessionAnswers()) }

  public var migrations: [Migration] { [AccountsSchema.tables] }
  public var records: [any Record.Type] { [Staff.self, Post.self, Session.self, Presence.self, Throttle.self] }
  public var rules: [any Rule.Type] { [PostReach.self] }
  public var actions: [any Action.Type] {
    [
      Login.self, Logout.self, CreateStaff.self, AssignPost.self, EndPost.self, DisableStaff.self, SetPassword.self,
      ResetPassword.self, EndSessions.self,
    ]
  }
  public var caretakerRight: Permission? { .accountsAdmin }
  public var queries: [any Query.Type] { [WhoAmI.self] }
  public var lists: [any ListQuery.Type] { [ListStaff.self, ListPosts.self] }
}
