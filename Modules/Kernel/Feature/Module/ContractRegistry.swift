import Synchronization

/// Who answers which contract: filled once from what the modules provide, asked for ever after.
public final class ContractRegistry: Sendable {
  private let answers = Mutex<[ObjectIdentifier: any Sendable]>([:])
  private let shares = Mutex<[ObjectIdentifier: [any Sendable]]>([:])

  package init() {}

  /// Answers a contract, named by its protocol: `provide((any PeopleContract).self, PeopleContractProvider())`.
  ///
  /// - Throws: `RegistryFault` when somebody answers it already.
  package func provide<Contract: Sendable>(_ contract: Contract.Type, _ provider: Contract) throws {
    let isNew = answers.withLock { $0.updateValue(provider, forKey: ObjectIdentifier(contract)) == nil }
    guard isNew else {
      throw RegistryFault(Texts("دو ماژول به یک قرارداد پاسخ می‌دهند: \(contract)", "Two modules answer one contract: \(contract)"))
    }
  }

  /// Adds to what several modules answer together.
  package func contribute<Contract: Sendable>(_ contract: Contract.Type, _ share: Contract) {
    shares.withLock { $0[ObjectIdentifier(contract), default: []].append(share) }
  }

  /// What all modules contribute, in the order in which they stand on one another.
  package func contributions<Contract>(to contract: Contract.Type) -> [Contract] {
    shares.withLock { $0[ObjectIdentifier(contract)] ?? [] }.compactMap { $0 as? Contract }
  }

  /// - Throws: `RegistryFault` when no installed module answers.
  package func provider<Contract>(of contract: Contract.Type) throws -> Contract {
    guard let answer = answers.withLock({ $0[ObjectIdentifier(contract)] }) as? Contract else {
      throw RegistryFault(Texts("هیچ ماژولی به این قرارداد پاسخ نمی‌دهد: \(contract)", "No module answers the contract \(contract)"))
    }
    return answer
  }
}

/// One contract and who answers it.
public struct Provision: Sendable {
  package let register: @Sendable (ContractRegistry) throws -> Void

  /// - Parameters:
  ///   - contract: the contract by its protocol, `(any PeopleContract).self`.
  ///   - provider: what answers it.
  public static func provides<Contract: Sendable>(_ contract: Contract.Type, _ provider: Contract) -> Provision {
    Provision { try $0.provide(contract, provider) }
  }

  /// - Parameters:
  ///   - contract: what several modules answer together, each for its own things.
  ///   - share: this module's part of it.
  public static func contributes<Contract: Sendable>(_ contract: Contract.Type, _ share: Contract) -> Provision {
    Provision { $0.contribute(contract, share) }
  }
}
