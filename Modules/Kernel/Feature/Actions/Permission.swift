/// A post that staff hold, always together with a region. Roles are data of the installed modules, not of the kernel.
public struct Role: Sendable, Hashable {
  /// Such as `prevention.officer`.
  public let id: String
  /// What people call the post.
  public let texts: Texts
  /// Whether its holder sees in the region only what is assigned to them.
  public let seesAssigned: Bool

  /// Declares a role.
  ///
  /// - Parameters:
  ///   - id: stable; stands in accounts and in the ledger.
  ///   - fa: its name in Persian.
  ///   - en: its name in English.
  ///   - seesAssigned: whether its holder sees in the region only what is assigned to them.
  public init(_ id: String, _ fa: String, _ en: String, seesAssigned: Bool = false) {
    self.id = id
    texts = Texts(fa, en)
    self.seesAssigned = seesAssigned
  }
}

/// A right that an action or query asks for, and the roles that hold it. Whoever is not named does not hold it.
public struct Permission: Sendable, Hashable {
  /// `module.right`; stands in refusals and in the catalogue.
  public let id: String
  /// What it allows.
  public let texts: Texts
  /// The ids of the roles that hold it.
  public let roles: Set<String>
  /// The same with their names, in the order they were given; empty for what needs no post.
  public let holders: [Role]
  /// The ids of those roles whose holders see what is assigned to them only.
  package let assignedRoles: Set<String>
  /// Whether it goes with a post to whoever acts for its holder; powers over money do not.
  public let isDelegable: Bool

  /// Declares a right.
  ///
  /// - Parameters:
  ///   - id: `module.right`.
  ///   - fa: what it allows, in Persian.
  ///   - en: what it allows, in English.
  ///   - roles: who holds it, in the region in which they hold the role.
  ///   - isDelegable: false for a power over money, which nobody holds in somebody else's place.
  public init(_ id: String, _ fa: String, _ en: String, heldBy roles: [Role], isDelegable: Bool = true) {
    self.id = id
    texts = Texts(fa, en)
    self.roles = Set(roles.map(\.id))
    holders = roles
    assignedRoles = Set(roles.filter(\.seesAssigned).map(\.id))
    self.isDelegable = isDelegable
  }

  private init(open id: String, _ fa: String, _ en: String) {
    self.id = id
    texts = Texts(fa, en)
    roles = []
    holders = []
    assignedRoles = []
    isDelegable = true
  }

  /// No session needed: opening one.
  public static let anyone = Permission(open: "anyone", "همگان", "anybody")
  /// Any session will do: what everybody does who works here.
  public static let oneself = Permission(open: "oneself", "صاحب نشست", "whoever is signed in")
  /// Any session will do, also under a `Duty` that bars everything else: what concerns nothing but one's own account.
  public static let ownAccount = Permission(open: "ownAccount", "صاحب حساب", "the account's owner")

  /// Whether it needs no post.
  public var isOpen: Bool { [.anyone, .oneself, .ownAccount].contains(self) }

  /// What clients and the ledger call it: the two that any session holds have had one name from the beginning.
  package var publicID: String { self == .ownAccount ? Permission.oneself.id : id }
}
