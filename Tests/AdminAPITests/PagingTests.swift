import HTTP
import Testing
import Values

@Suite struct `Pages of a list` {
  @Test func `name the next one in a Link that keeps every filter`() throws {
    let site = try Site()
    for number in 1...5 { _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"کار & ‹\#(number)›"}"#) }
    var target = "/api/v1/notes?search=%DA%A9%D8%A7%D8%B1%20%26&limit=2"
    var codes: [String] = []
    for page in 1...3 {
      let answer = try site.send(.get, target)
      codes += answer["items"]?.items.compactMap { $0["code"]?.string } ?? []
      guard let link = answer.header("link") else {
        #expect(page == 3 && answer["next"] == .null)
        break
      }
      #expect(link.hasPrefix("</api/v1/notes?") && link.hasSuffix(">; rel=\"next\""))
      target = String(link.dropFirst().prefix { $0 != ">" })
      #expect(target.contains("search=%DA%A9%D8%A7%D8%B1%20%26") && target.contains("limit=2"))
      #expect(answer["next"]?.string.map { target.hasSuffix("cursor=\($0)") } == true)
    }
    #expect(codes.count == 5 && Set(codes).count == 5)
  }
}
