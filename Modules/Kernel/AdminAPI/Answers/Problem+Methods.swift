import HTTP
import Values

extension Problem {
  /// The answer to a method that an address does not take; to OPTIONS, which it does.
  static func notAllowed(_ methods: [String], _ method: String, _ id: String) -> HTTPResponse {
    let allow = ("Allow", ((methods.contains("GET") ? methods + ["HEAD"] : methods) + ["OPTIONS"]).joined(separator: ", "))
    if method == "OPTIONS" {
      var response = answer(204, type: nil, request: id)
      response.headers.append(allow)
      return response
    }
    var response = fixed(
      405, "method.not-allowed", Texts("این نشانی روش دیگری می‌پذیرد.", "This address takes other methods."), request: id)
    response.headers.append(allow)
    return response
  }

  /// `OPTIONS *`: what the server as a whole can do.
  static func everything(_ id: String) -> HTTPResponse {
    notAllowed(["GET", "POST", "PUT", "PATCH", "DELETE"], "OPTIONS", id)
  }
}
