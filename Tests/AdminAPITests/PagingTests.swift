import HTTP
import Testing
import Values

@Suite struct `Pages of a list` {
  @Test func `name the next one in a Link that keeps every filter`() throws {
    let site = try Site()
    for number in 1...5 { _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"کار & ‹\#(number)›"}"#) }
    var target = "/api/v1/notes?search=%DA%A9%D8%A7%D8%B1%20%26&limit=2"
    var pages: [[String]] = []
    var back: String?
    for page in 1...3 {
      let answer = try site.send(.get, target)
      pages.append(codes(answer))
      let links = links(answer)
      #expect(links["first"] == (page == 1 ? nil : "/api/v1/notes?search=%DA%A9%D8%A7%D8%B1%20%26&limit=2"))
      back = links["prev"]
      guard let link = links["next"] else {
        #expect(page == 3 && answer["next"] == .null)
        break
      }
      target = link
      #expect(target.contains("search=%DA%A9%D8%A7%D8%B1%20%26") && target.contains("limit=2"))
      #expect(answer["next"]?.string.map { target.hasSuffix("cursor=\($0)") } == true)
    }
    #expect(pages.map(\.count) == [2, 2, 1] && Set(pages.joined()).count == 5)
    // And back again, over the same pages.
    for page in [1, 0] {
      let answer = try site.send(.get, try #require(back))
      #expect(codes(answer) == pages[page])
      #expect(try codes(site.send(.get, links(answer)["next"] ?? "")) == pages[page + 1])
      back = links(answer)["prev"]
    }
    #expect(back == nil)
  }

  @Test func `of another list, or made up, a cursor is refused`() throws {
    let site = try Site()
    for cursor in ["AAAA", "AAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAA", "%00", "x"] {
      #expect(try site.send(.get, "/api/v1/notes?cursor=\(cursor)").status == 400)
    }
  }

  private func codes(_ answer: Answer) -> [String] { answer["items"]?.items.compactMap { $0["code"]?.string } ?? [] }

  /// The addresses of a Link header by their relation.
  private func links(_ answer: Answer) -> [String: String] {
    var found: [String: String] = [:]
    for part in (answer.header("link") ?? "").split(separator: ", ") {
      let halves = part.split(separator: ">; rel=")
      guard halves.count == 2 else { continue }
      found[String(halves[1].filter { $0 != "\"" })] = String(halves[0].dropFirst())
    }
    return found
  }
}
