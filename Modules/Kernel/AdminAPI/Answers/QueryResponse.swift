import HTTP
import Engine
import Values

/// The answer to a query or list: tag, 304 and the link to the next page.
struct QueryResponse: Sendable {
  let command: Command
  let request: HTTPRequest
  let id: String
  let showsSecrets: Bool

  /// - Parameter names: tells what the rows are called that the answer refers to.
  func response(_ output: any Encodable, _ names: any ReferenceNaming) throws -> HTTPResponse {
    let (body, revision) = try JSONEncoding.write(output, showsSecrets: showsSecrets, naming: names)
    var response = Problem.json(200, body, request: id)
    guard command.kind == .query else {
      if let page = output as? ListPage {
        let links = links(page)
        if !links.isEmpty { response.headers.append(("Link", links.joined(separator: ", "))) }
      }
      return response
    }
    let tag = EntityTag.of(revision, command, body: response.body)
    response.headers.append(("ETag", tag))
    return Conditions.isKnown(tag, to: request) ? response.notModified : response
  }

  /// RFC 8288, relative to the address of this page, all filters kept. The first page needs no way back.
  private func links(_ page: ListPage) -> [String] {
    let next = page.next.map { link("next", $0) }
    let isBehind = ((try? request.query()) ?? []).contains { $0.0 == "cursor" }
    guard isBehind else { return next.map { [$0] } ?? [] }
    return [link("first", nil)] + [page.previous.map { link("prev", $0) }, next].compactMap { $0 }
  }

  private func link(_ relation: String, _ cursor: String?) -> String {
    let others = ((try? request.query()) ?? []).filter { $0.0 != "cursor" }
    let query = (others + (cursor.map { [("cursor", $0)] } ?? [])).map {
      "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))"
    }
    return "<\(request.path)\(query.isEmpty ? "" : "?")\(query.joined(separator: "&"))>; rel=\"\(relation)\""
  }
}

extension HTTPResponse {
  /// The same answer for somebody who has it already (RFC 9110, 15.4.5).
  var notModified: HTTPResponse {
    var known = self
    known.status = 304
    known.headers.removeAll { $0.0 == "Content-Type" }
    known.body = []
    return known
  }
}
