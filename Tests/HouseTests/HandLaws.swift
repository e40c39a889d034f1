import Contracts
import Feature
import Testing

@testable import Engine

/// Which posts two people give is computed; what one hand gives decides nothing.
@Suite struct `Posts and hands` {
  @Test func `a role that one hand gives takes no deciding action, and nobody is left out by chance`() throws {
    let registry = try Installed.registry()
    let deciding = try registry.contracts.provider(of: (any DeclarationIndex).self).decidingRoles
    let deeds = registry.commands.filter(\.isDeciding)
    #expect(deeds.count > 15)
    for role in Role.all where !deciding.contains(role.id) {
      let holder = Principal(id: "u1", staff: 1, name: "", grants: [.init(role: role.id, scope: .nation)], session: "")
      for deed in deeds where !deed.spec.permission.isOpen {
        #expect(holder.scope(for: deed.spec.permission) == nil, "\(role.id) takes \(deed.spec.id) and is given by one hand")
      }
    }
    // What is grave is decided, whoever takes it.
    #expect(registry.commands.filter { $0.spec.weight == .grave && !$0.isDeciding }.map(\.spec.id) == [])
    let plain = Role.all.map(\.id).filter { !deciding.contains($0) }
    #expect(Set(plain) == ["national.observer", "auditor"], "\(plain)")
  }
}
