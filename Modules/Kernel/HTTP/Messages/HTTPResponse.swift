/// An answer. The server itself writes `Date`, `Server`, `Content-Length`, `Connection` and `Transfer-Encoding`;
/// lines of these names among `headers` are left out.
public struct HTTPResponse: Sendable {
  /// 200 to 599.
  public var status: Int
  /// Names and values as they go on the wire. An answer with CR, LF, NUL or another control octet in one of them,
  /// or with a name that is no token, is replaced by a 500: it would let data pose as header lines.
  public var headers: [(String, String)]
  /// Lines that are the same on every answer of a kind, each with its line end; they go on the wire as they stand.
  public var preset: StaticString = ""
  /// Left out on the wire for HEAD, 204 and 304.
  public var body: [UInt8]

  /// An answer.
  ///
  /// - Parameters:
  ///   - status: 200 to 599.
  ///   - headers: beside those the server writes itself.
  ///   - body: octets; their length is written by the server.
  public init(status: Int, headers: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An RFC 9457 problem with nothing but its status and code.
  public static func plainProblem(status: Int, code: String) -> HTTPResponse {
    let text = #"{"type":"about:blank","status":\#(status),"code":"\#(code)"}"# + "\n"
    return HTTPResponse(
      status: status,
      headers: [("Content-Type", "application/problem+json; charset=utf-8"), ("Cache-Control", "no-store")],
      body: Array(text.utf8))
  }
}
