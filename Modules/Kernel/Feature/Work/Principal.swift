/// Who is acting: staff with grants, the nightly job, or the installation itself.
public struct Principal: Sendable {
  /// A role held in a region.
  public struct Grant: Sendable, Equatable {
    /// The id of a `Role`.
    public let role: String
    /// Where it is held.
    public let scope: Scope

    /// The staff row of the absent colleague in whose place it is held; nil for one's own post.
    public let actingFor: Int64?

    /// A role held in a region.
    ///
    /// - Parameters:
    ///   - role: the id of a `Role`.
    ///   - scope: where it is held.
    ///   - actingFor: the staff row of the absent colleague in whose place it is held; nil for one's own post.
    public init(role: String, scope: Scope, actingFor: Int64? = nil) {
      self.role = role
      self.scope = scope
      self.actingFor = actingFor
    }

    /// As the ledger calls it: `prevention.deputy`, or `prevention.deputy/u5` in the place of somebody else.
    var name: String { actingFor.map { "\(role)/u\($0)" } ?? role }

    /// One's own post goes before somebody else's of the same width.
    fileprivate func gives(_ permission: Permission) -> Bool {
      permission.roles.contains(role) && (actingFor == nil || permission.isDelegable)
    }

    /// Where it lets somebody see under a right: in the region of the post, or what is assigned there to its holder.
    fileprivate func scope(for permission: Permission, of staff: Int64?) -> Scope {
      permission.assignedRoles.contains(role) ? scope.assigned(to: actingFor ?? staff) : scope
    }
  }

  /// `u17` for staff, else the name of the job.
  public let id: String
  /// The staff row; nil for jobs.
  public let staff: Int64?
  /// The person's name for people; that of the job for jobs.
  public let name: String
  /// Every role held today; none for jobs.
  public let grants: [Grant]
  /// A short public name of the session; never its token.
  public let session: String
  /// What they want to read; nil where they have not said.
  public let language: Language?
  /// What they owe before their posts count in full; nil for nothing.
  public let duty: Duty?

  /// Who acts, as the accounts desk knows it.
  ///
  /// - Parameters:
  ///   - id: `u17` for staff, else the name of the job.
  ///   - staff: the staff row.
  ///   - name: for people.
  ///   - grants: every role held today.
  ///   - session: the session's short public name.
  ///   - language: what they want to read; nil where they have not said.
  ///   - duty: what they owe before their posts count in full.
  public init(
    id: String, staff: Int64?, name: String, grants: [Grant], session: String, language: Language? = nil, duty: Duty? = nil
  ) {
    self.id = id
    self.staff = staff
    self.name = name
    self.grants = grants
    self.session = session
    self.language = language
    self.duty = duty
  }

  /// Nobody yet; may only open a session.
  public static let nobody = Principal(id: "nobody", staff: nil, name: "", grants: [], session: "")
  /// The installation itself: creates the first accounts and loads `Config/`.
  public static let installer = Principal(id: "system.install", staff: nil, name: "installation", grants: [], session: "")
  /// Whoever owns the machine and works at it, for what no account can do: accepting its clock, making up for missed nights.
  public static let owner = Principal(id: "system.owner", staff: nil, name: "owner of the machine", grants: [], session: "")
  /// The nightly job, a principal in the ledger like any other.
  public static let nightly = Principal(id: "system.nightly", staff: nil, name: "nightly", grants: [], session: "")

  /// Those in whose name nobody acts, as people call them.
  package static let unattended: [(id: String, texts: Texts)] = [
    (installer.id, Texts("راه‌اندازی سامانه", "the installation")), (nightly.id, Texts("کار شبانه", "the nightly job")),
    (owner.id, Texts("مالک دستگاه", "the owner of the machine")),
  ]

  /// Themselves and those in whose place they act, as the ledger calls them: under every separation of duties they stand as each.
  package var identities: [String] { [id] + Set(grants.compactMap(\.actingFor)).sorted().map { "u\($0)" } }

  var isSystem: Bool { id.hasPrefix("system.") }

  /// As the ledger calls it: `user`, `job` or `system`.
  package var kind: String { staff != nil ? "user" : id == "system.nightly" ? "job" : "system" }

  /// The widest scope in which this principal holds a permission; nil when not at all. Deny by default.
  public func scope(for permission: Permission) -> (scope: Scope, role: String)? {
    if isSystem { return (.nation, id) }
    // One's own account is found wherever it is kept: by whoever signs in, and also without any post.
    if permission == .anyone { return (.nation, "anyone") }
    if permission == .ownAccount { return whoeverSignedIn(as: permission) }
    if duty?.bar == .everything { return nil }
    if permission == .oneself { return whoeverSignedIn(as: permission) }
    var widest: (scope: Scope, role: String, rank: (Int, Int))?
    for grant in grants where grant.gives(permission) {
      let scope = grant.scope(for: permission, of: staff)
      let rank = (scope.width, grant.actingFor == nil ? 1 : 0)
      if rank > widest?.rank ?? (-1, 0) { widest = (scope, grant.name, rank) }
    }
    return widest.map { ($0.scope, $0.role) }
  }

  /// The widest region in which any post is held.
  ///
  /// - Parameter assignedRoles: the ids of the roles whose holders see what is assigned to them only.
  package func widestScope(_ assignedRoles: Set<String>) -> Scope {
    grants.map { assignedRoles.contains($0.role) ? $0.scope.assigned(to: $0.actingFor ?? staff) : $0.scope }
      .max { $0.width < $1.width } ?? .nothing
  }

  private func whoeverSignedIn(as permission: Permission) -> (scope: Scope, role: String)? {
    staff.map { _ in (.nation, grants.max { $0.scope.width < $1.scope.width }?.role ?? permission.publicID) }
  }

  /// Whether a permission is lacking only because it does not go to whoever acts for its holder.
  package func lacksByActing(_ permission: Permission) -> Bool {
    scope(for: permission) == nil && grants.contains { permission.roles.contains($0.role) }
  }

  /// The province of the widest grant, for prompts and pages.
  public var province: String? { grants.max { $0.scope.width < $1.scope.width }?.scope.province }
}

extension Scope {
  /// How much it shows, for comparing.
  package var width: Int {
    switch self {
    case .nothing: 0
    case .assigned: 1
    case .county: 2
    case .province: 3
    case .nation: 4
    }
  }

  /// What is assigned to somebody in the same province.
  fileprivate func assigned(to staff: Int64?) -> Scope {
    guard let province, let staff else { return .nothing }
    return .assigned(province, to: staff)
  }
}
