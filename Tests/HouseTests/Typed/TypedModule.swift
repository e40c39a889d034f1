import Engine
import Feature
import Store
import Synchronization
import TestKit
import Values

/// A module that answers with what it was given, so that faces can be compared.
struct TypedModule: FeatureModule {
  static let module = Module(
    "typed", "نوشته‌ها", "Typed", availability: .always, actions: [KeepTyped.self], queries: [EchoTyped.self],
    hooks: Hooks(personalData: .typedUse))

  static let typist = Principal(
    id: "u1", staff: 1, name: "typist", grants: [.init(role: Role.typist.id, scope: .province("IR-27"))], session: "s1")
}

extension Role { fileprivate static let typist = Role("typed.typist", "نویسنده", "typist") }
extension Permission { fileprivate static let typedUse = Permission("typed.use", "نوشتن", "type", heldBy: [.typist]) }

/// The address's and the console's way in.
struct EchoTyped: Query {
  private let input: TypedInput

  init(from decoder: any Decoder) throws { input = try TypedInput(from: decoder) }
  func encode(to encoder: any Encoder) throws { try input.encode(to: encoder) }

  static let spec = Spec("typed.echo", "بازگفتن", "Say it again", "/typed/echo", permission: .typedUse)

  func answer(in snapshot: borrowing Snapshot) throws -> TypedInput { input }
}

/// The sheet's way in; what came is kept for the test to look at.
struct KeepTyped: Action {
  private let input: TypedInput
  static let last = Mutex<TypedInput?>(nil)

  init(from decoder: any Decoder) throws { input = try TypedInput(from: decoder) }
  func encode(to encoder: any Encoder) throws { try input.encode(to: encoder) }

  static let spec = Spec("typed.keep", "نگه داشتن", "Keep it", .post, "/typed/kept", permission: .typedUse)

  func perform(in work: borrowing Transaction) throws -> Done {
    KeepTyped.last.withLock { $0 = input }
    return Done()
  }
}
