import Testing
@testable import Values

@Suite struct NearestTests {
  @Test func `an unknown name brings the nearest known one`() {
    #expect(Nearest.names(to: "plan", among: ["plant", "list", "close"]).first == "plant")
    #expect(Nearest.names(to: "wholly-other", among: ["plant", "list"]).isEmpty)
    #expect(Nearest.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
  }
}
