/// The members of an entry in canonical order, which is that of their names.
enum LeafMember: String, CaseIterable {
  case act, actor, after, at, before, cause, epoch, mod, obj, origin, out, prev, prov, req, rev, rules, seq, state, subj, v, why

  var isRequired: Bool {
    switch self {
    case .act, .actor, .at, .epoch, .mod, .obj, .origin, .out, .prev, .req, .seq, .v: true
    case .after, .before, .cause, .prov, .rev, .rules, .state, .subj, .why: false
    }
  }

  /// A short name as one number; 0 for what is longer than any name here.
  static func packed(_ name: some Collection<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
