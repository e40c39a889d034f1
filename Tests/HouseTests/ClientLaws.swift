import HTTP
import Engine
import Feature
import Testing
import Values

@testable import Host

/// What the server sends has to fit through what the console reads.
@Suite struct `Console against a server` {
  @Test func `the whole catalogue can be read by the client, with room to grow`() throws {
    let registry = try Installed.registry()
    let catalogue = Catalogue(
      modules: registry.modules.map { ModuleEntry(id: $0.id, texts: $0.texts) }, commands: registry.commands.map(\.entry))
    let bytes = JSONWriter.write(try ValueEncoder.encode(catalogue))
    #expect(throws: Never.self) { try JSONReader.read(bytes, maximumElements: JSONReader.maximumElementsOfAnswer / 10) }
  }

  @Test func `a server that is not there is told in both languages, and a lost answer to an action as uncertain`() {
    let gone = RemoteClient.refusal(HTTPClient.Fault.unreachable("refused"), "host:1", changes: true)
    #expect(gone.kind == .unavailable && gone.texts.en == "The server at host:1 cannot be reached.")
    #expect(RemoteClient.refusal(HTTPClient.Fault.timeout, "host:1", changes: true).texts.en.contains("may have been done"))
    #expect(!RemoteClient.refusal(HTTPClient.Fault.timeout, "host:1", changes: false).texts.en.contains("may have"))
  }

  @Test func `the largest page of a wide list can be read by the client`() throws {
    let row = Value.object((0..<60).map { Value.Member("column\($0)", .int($0)) })
    let bytes = JSONWriter.write(.record(["items": .list(Array(repeating: row, count: 500)), "next": .null]))
    #expect(throws: Refusal.self) { try JSONReader.read(bytes) }
    #expect(try JSONReader.read(bytes, maximumElements: JSONReader.maximumElementsOfAnswer)["items"]?.items.count == 500)
  }
}
