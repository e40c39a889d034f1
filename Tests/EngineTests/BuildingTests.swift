import Engine
import Feature
import Store
import Testing
import Values

private struct First: FeatureModule {
  static let module = Module("first", "اول", "first", after: ["second"])
}

private struct Second: FeatureModule, Greeting {
  static let module = Module("second", "دوم", "second", provisions: [.provides((any Greeting).self, Second())])
}

private struct Lonely: FeatureModule {
  static let module = Module("lonely", "تنها", "lonely", after: ["nowhere"])
}

private struct Round: FeatureModule {
  static let module = Module("round", "گرد", "round", after: ["trip"])
}

private struct Trip: FeatureModule {
  static let module = Module("trip", "سفر", "trip", after: ["round"])
}

private struct Twin: FeatureModule {
  static let module = Module("second", "دوم", "second")
}

private struct Loud: FeatureModule, Greeting {
  static let module = Module("loud", "بلند", "loud", provisions: [.provides((any Greeting).self, Loud())])
}

private protocol Greeting: Sendable {}

private struct Ask<Path: Names>: Query {
  var thing: Int
  var maybe: Int?
  static var spec: Spec { Spec(Path.id, "پرسش", "ask", Path.path, permission: .oneself) }
  func answer(in snapshot: borrowing Snapshot) throws -> Done { Done() }
}

private protocol Names: Sendable {
  static var id: String { get }
  static var path: String { get }
}

private enum A: Names { static let (id, path) = ("odd.a", "/odd/{thing}") }
private enum SameID: Names { static let (id, path) = ("odd.a", "/odd/other/{thing}") }
private enum SamePath: Names { static let (id, path) = ("odd.b", "/odd/{thing}") }
private enum NoField: Names { static let (id, path) = ("odd.c", "/odd/x/{nothing}") }
private enum Optional: Names { static let (id, path) = ("odd.d", "/odd/x/{maybe}") }
private enum Foreign: Names { static let (id, path) = ("even.a", "/odd/y") }

private struct SameShape: Query {
  var other: Int
  static let spec = Spec("odd.e", "پرسش", "ask", "/odd/{other}", permission: .oneself)
  func answer(in snapshot: borrowing Snapshot) throws -> Done { Done() }
}

private struct Odd<Extra: Query>: FeatureModule {
  static var module: Module { Module("odd", "عجیب", "odd", queries: [Ask<A>.self, Extra.self]) }
}

private struct Again: FeatureModule {
  static let module = Module("again", "دوباره", "again", records: records)
  static var records: [any Record.Type] { [Attempt.self] }
}

private struct Migrated: FeatureModule {
  static let module = Module("migrated", "کوچ", "migrated", migrations: migrations)
  static var migrations: [Migration] { [ShopSchema.tables] }
}

@Suite struct `Building the house` {
  private func fault(_ modules: any FeatureModule.Type...) -> String {
    do {
      _ = try Registry(modules)
      return ""
    } catch { return "\(error)" }
  }

  @Test func `modules start after those they stand on, whatever the order of the list`() throws {
    #expect(try Registry([First.self, Second.self]).modules.map(\.id) == ["second", "first"])
    #expect(try Registry([Second.self, First.self]).modules.map(\.id) == ["second", "first"])
  }

  @Test func `a missing module is named with the one that needs it`() {
    #expect(fault(Lonely.self).contains("nowhere") && fault(Lonely.self).contains("lonely needs it"))
  }

  @Test func `a circle is shown`() { #expect(fault(Round.self, Trip.self).contains("round → trip → round")) }

  @Test func `no two modules have one name or answer one contract`() {
    #expect(fault(Second.self, Twin.self).contains("second"))
    #expect(fault(Second.self, Loud.self).contains("Greeting"))
  }

  @Test func `no two commands have one name or one address, however its fields are called`() {
    #expect(fault(Odd<Ask<SameID>>.self).contains("odd.a"))
    #expect(fault(Odd<Ask<SamePath>>.self).contains("GET /odd{}"))
    #expect(fault(Odd<SameShape>.self) != "")
  }

  @Test func `what stands in a path is a field that is always given`() {
    #expect(fault(Odd<Ask<NoField>>.self).contains("nothing"))
    #expect(fault(Odd<Ask<Optional>>.self).contains("maybe"))
  }

  @Test func `a command belongs to an installed module`() { #expect(fault(Odd<Ask<Foreign>>.self).contains("even.a")) }

  @Test func `no two records share a table and no two migrations a name`() {
    #expect(fault(ShopModule.self, Again.self).contains("shop_attempt"))
    #expect(fault(ShopModule.self, Migrated.self).contains("shop.tables"))
  }
}

@Suite struct `What an principal may do` {
  private let registry: Registry

  init() throws { registry = try Registry([ShopModule.self]) }

  private func ids(_ principal: Principal) -> [String] { registry.catalogue(for: principal).commands.map(\.id) }

  @Test func `is in the catalogue, and nothing else is besides what the engine answers everybody with a session`() {
    let own = ["cases.show", "cases.trace", "cases.tasks", "imports.list", "imports.show", "imports.undo", "nightly.status"]
    #expect(ids(.test(.chief)) == ["shop.approve", "shop.tool", "shop.tools", "shop.newest", "shop.by-weight"] + own)
    #expect(ids(.test(.maker)).count == registry.commands.count + own.count)
    #expect(ids(.nobody) == [])
    #expect(ids(.test(Role("stranger", "", ""))) == own)
  }

  @Test func `is decided by the widest of the roles that hold the permission`() {
    let principal = Principal(
      id: "u1", staff: 1, name: "",
      grants: [
        .init(role: "test.chief", scope: .nation), .init(role: "test.maker", scope: .county("IR-27", 3)),
        .init(role: "test.maker", scope: .province("IR-27")),
      ], session: "")
    #expect(principal.scope(for: .write)?.scope == .province("IR-27"))
    #expect(principal.scope(for: .read)?.scope == .nation)
    #expect(principal.scope(for: .anyone)?.scope == .nation, "whoever signs in is looked for everywhere")
    #expect(Principal.nobody.scope(for: .oneself) == nil && Principal.nobody.scope(for: .anyone) != nil)
  }

  @Test func `is described with kinds, texts and weight`() throws {
    let make = try #require(registry.catalogue(for: .test(.maker)).commands.first { $0.id == "shop.make" })
    #expect(make.method == "POST" && make.path == "/shop/tools" && make.weight == 0 && make.kind == "action")
    #expect(make.fields.map(\.name) == ["province", "county", "name", "weight", "due", "note"])
    #expect(make.fields.filter(\.isPersonal).map(\.name) == ["note"])
    #expect(make.fields.allSatisfy { !$0.fa.isEmpty && !$0.en.isEmpty })
    let list = try #require(registry.command("shop.tools"))
    #expect(list.fields.map(\.name) == ["search", "limit", "cursor"])
  }
}
