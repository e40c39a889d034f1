import HTTP
import Engine
import Values

/// One request's way back: sends the answer and lets the watch see it.
struct Reply: Sendable {
  let id: String
  var route = Meter.elsewhere
  var principal = ""
  private let exchange: HTTPExchange
  private let watch: Watch
  private let method: HTTPMethod
  private let started = monotonicNow()

  init(_ exchange: HTTPExchange, _ request: HTTPRequest, id: String, watch: Watch) {
    self.exchange = exchange
    self.watch = watch
    self.id = id
    method = request.method
  }

  /// Makes and gives an answer on the connection's thread, whichever this one is.
  func prepare(_ work: @escaping @Sendable () -> Void) { exchange.prepare(work) }

  func answer(_ response: HTTPResponse) {
    exchange.answer(response)
    watch.saw(
      method, route: route, status: response.status, nanoseconds: monotonicNow() &- started, request: id, principal: principal)
  }
}
