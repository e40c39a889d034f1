import AdminAPI
import Engine
import Feature
import HTTP
import Ledger
import Synchronization
import TestKit
import Testing
import Values

@testable import Console
@testable import Host

/// What a face made of one text: the value as JSON, nothing, or the faults with their words.
enum Reading: Equatable {
  case value(Value)
  case absent
  case faults([FieldFault])
}

/// The same table at every face: what a person types means the same in a cell, on a line and in an address, and is refused
/// with the same words.
@Suite(.serialized) struct `Typed text at every face` {
  private let store: TestStore
  private let server: AdminServer
  private let address: HTTPClient
  private let local: LocalClient
  private let remote: RemoteClient
  /// As a server sends it: nothing of the module is known on this side but its catalogue.
  private let commandTable: CommandTable

  init() throws {
    let accounts = AccountsStandIn()
    accounts.sessions.set { _ in TypedModule.typist }
    store = try TestStore([TypedModule.self], standingIn: [accounts])
    server = try AdminServer(store.runtime, options: HTTPServerOptions(), version: "test", report: { _ in })
    try server.start()
    address = HTTPClient(host: "127.0.0.1", port: server.port, timeout: 10)
    local = try LocalClient(store.runtime, token: "t")
    remote = RemoteClient(host: "127.0.0.1", port: server.port, token: "t")
    let catalogue = try address.send(method: .get, target: "/api/v1/catalogue", headers: [("Authorization", "Bearer t")])
    commandTable = CommandTable(try ValueDecoder.decode(Catalogue.self, from: try JSONReader.read(catalogue.body)))
  }

  private func command(_ id: String) throws -> Command { try #require(store.registry.command(id)) }

  private func reading(_ field: String, _ body: () throws -> Value) throws -> Reading {
    do {
      let value = try filled(body()[field] ?? .null)
      return value.isNull ? .absent : .value(value)
    } catch let refusal as Refusal {
      #expect(refusal.code == "input.invalid")
      return .faults(refusal.faults.sorted { ($0.pointer, $0.code) < ($1.pointer, $1.code) })
    }
  }

  /// Without what is empty.
  private func filled(_ value: Value) -> Value {
    switch value {
    case .list(let items): .list(items.map(filled))
    case .object(let members): .object(members.filter { !$0.value.isNull }.map { .init($0.name, filled($0.value)) })
    default: value
    }
  }

  /// As an answer shows it.
  private func shown(_ input: TypedInput?) throws -> Value {
    try JSONReader.read(JSONWriter.write(try ValueEncoder.encode(input), showsSecrets: true))
  }

  private func read(_ one: TypedCase) throws -> Reading {
    try reading(one.field) {
      let input = try Field.conform(.object([.init(one.field, .text(one.text))]), to: command("typed.echo").fields, mode: .typed)
      return try shown(try ValueDecoder.decode(TypedInput.self, from: input))
    }
  }

  private func line(_ written: String, _ one: TypedCase, _ client: any CatalogueClient) throws -> Reading {
    try reading(one.field) {
      let (command, rest) = try commandTable.resolve(try Call(try Tokenizer.words(of: "typed echo \(one.field)=\(written)")).words)
      let builder = InputBuilder(command)
      return try client.run(command, input: try builder.input(try builder.assign(rest)), options: CallOptions()).value
    }
  }

  private func cell(_ one: TypedCase) throws -> Reading {
    let doubled = one.text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    let csv = try Sheet(Array("\(one.field),\(one.field == "count" ? "text" : "count")\r\n\"\(doubled)\",\r\n".utf8))
    let context = CallContext(
      principal: TypedModule.typist, origin: LedgerOrigin(channel: "test", host: "", session: ""), request: "test", dryRun: true)
    KeepTyped.last.withLock { $0 = nil }
    return try reading(one.field) {
      let outcome = try SheetImport(command: command("typed.keep"), sheet: csv).run(store.runtime, context)
      if let refused = outcome.refused.first { throw refused.refusal }
      return try shown(KeepTyped.last.withLock { $0 })
    }
  }

  private func query(_ one: TypedCase) throws -> Reading {
    try reading(one.field) {
      let answer = try address.send(
        method: .get, target: "/api/v1/typed/echo?\(one.field)=\(PercentEncoding.encode(one.text))",
        headers: [("Authorization", "Bearer t")])
      let value = try JSONReader.read(answer.body)
      guard answer.status == 200 else { throw RemoteClient.refusal(answer, value) }
      return value
    }
  }

  @Test func `has one reading`() throws {
    for one in TypedCase.all {
      let expected = try read(one)
      #expect(expected == told(one.expectation, expected), "\(one): not as the table says")
      let quoted = "\"" + one.text.replacing("\\", with: "\\\\").unicodeScalars.map { $0 == "\"" ? "\\\"" : String($0) }.joined() + "\""
      #expect(try line(quoted, one, local) == expected, "\(one) on a line")
      #expect(try line(quoted, one, remote) == expected, "\(one) on a line, to a server")
      #expect(try query(one) == expected, "\(one) in an address")
      // Around a cell blanks mean nothing, in free text neither.
      #expect(try cell(one) == read(one.trimmed), "\(one) in a cell")
      if isOneWord(one.text) { #expect(try line(one.text, one, local) == expected, "\(one) on a line without quotes") }
    }
    server.stop(grace: 1)
  }

  /// Free text with nothing in it is the one thing that faces tell apart: an empty cell and `text=` are no text, a pair of
  /// quotes on a line and `?text=` are an empty one.
  @Test func `leaves nothing out but what was left empty`() throws {
    let empty = TypedCase(absent: "text", "")
    #expect(try line("", empty, local) == .absent && cell(empty) == .absent)
    #expect(try line("\"\"", empty, local) == .value("") && line("''", empty, remote) == .value("") && query(empty) == .value(""))
    server.stop(grace: 1)
  }

  /// What a line takes apart by itself.
  private func isOneWord(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !["{", "["].contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "\"" && $0 != "'" }
  }

  /// What the table says, with the words that the reader itself found.
  private func told(_ outcome: TypedCase.Expectation, _ found: Reading) -> Reading? {
    switch (outcome, found) {
    case (.value(let value), _): .value(value)
    case (.absent, _): .absent
    case (.faults(let codes), .faults(let faults)):
      codes == faults.map { "\($0.pointer.drop { $0 == "/" }.drop { $0 != "/" }) \($0.code)" } ? found : nil
    case (.faults, _): nil
    }
  }
}
