import Synchronization
import Values

/// What a module is given when it starts: the place where contracts are answered.
public final class Kernel: Sendable {
  private let answers = Mutex<[ObjectIdentifier: any Sendable]>([:])

  init() {}

  /// Answers a contract, named by its protocol: `publish((any PeopleDesk).self, self)`.
  public func publish<Contract: Sendable>(_ contract: Contract.Type, _ answer: Contract) throws {
    let isNew = answers.withLock { $0.updateValue(answer, forKey: ObjectIdentifier(contract)) == nil }
    guard isNew else {
      throw RegistryFault(Texts("دو ماژول به یک قرارداد پاسخ می‌دهند: \(contract)", "Two modules answer one contract: \(contract)"))
    }
  }

  /// - Throws: `RegistryFault` when no installed module answers.
  public func ask<Contract>(_ contract: Contract.Type) throws -> Contract {
    guard let answer = answers.withLock({ $0[ObjectIdentifier(contract)] }) as? Contract else {
      throw RegistryFault(Texts("هیچ ماژولی به این قرارداد پاسخ نمی‌دهد: \(contract)", "No module answers the contract \(contract)"))
    }
    return answer
  }
}
