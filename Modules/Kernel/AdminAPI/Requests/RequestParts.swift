import Engine
import HTTP
import Secrets
import Values

/// Parts of a request that every route reads the same way.
extension HTTPRequest {
  func bearerToken() throws -> String? {
    guard var header = header("authorization") else { return nil }
    let token = header.withUTF8 { octets -> String? in
      let scheme = octets.prefix { $0 != UInt8(ascii: " ") }
      let rest = octets.dropFirst(scheme.count).drop { $0 == UInt8(ascii: " ") }
      guard scheme.elementsEqual("bearer".utf8, by: { $0 | 0x20 == $1 }), (1...256).contains(rest.count),
        !rest.contains(UInt8(ascii: " "))
      else { return nil }
      return String(decoding: rest, as: UTF8.self)
    }
    guard let token else {
      throw Refusal(
        .unauthenticated, "session.header", Texts("سرآیند Authorization باید Bearer باشد.", "The Authorization header must be Bearer."))
    }
    return token
  }

  func uniqueQuery() throws -> [(String, String)] {
    do {
      return try query()
    } catch HTTPDecodingFault.duplicateKey(let name) {
      throw Refusal.input("/\(name)", "query.duplicate", Texts("این گزینه دو بار آمده است.", "This option is given twice."))
    } catch {
      throw Refusal.input("", "query.encoding", Texts("پرس‌وجوی نشانی خوانا نیست.", "The query string cannot be decoded."))
    }
  }

  /// Whether an action is to be tried only. The word alone says neither, and is refused: nobody's trial is done in earnest.
  func takeDryRun(_ query: inout [(String, String)]) throws -> Bool {
    guard let index = query.firstIndex(where: { $0.0 == "dryRun" }) else { return false }
    guard let isDry = TypedText.truth(query.remove(at: index).1) else {
      throw Refusal.input("/dryRun", "field.kind", Texts("باید درست یا نادرست باشد.", "Must be true or false."))
    }
    return isDry
  }

  func idempotencyKey() throws -> String? {
    guard let key = header("idempotency-key") else { return nil }
    guard (1...200).contains(key.utf8.count) else {
      throw Refusal.input(
        "", "idempotency.key", Texts("طول Idempotency-Key باید ۱ تا ۲۰۰ باشد.", "An Idempotency-Key must have 1 to 200 bytes."))
    }
    return key
  }

  /// Whether the client would rather look later (RFC 7240).
  var prefersJob: Bool {
    guard header("prefer") != nil else { return false }
    return headerValues("prefer").contains { line in
      line.split(separator: ",").contains { preference in
        preference.split(separator: ";").first?.filter { $0 != " " && $0 != "\t" }.lowercased() == "respond-async"
      }
    }
  }
}

/// Names for requests: 64 bits that nobody can foretell for the first, and no two alike after it.
struct RequestIDs {
  private var numbers = SplitMix64(seed: Random.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })

  /// Sixteen hexadecimal digits.
  mutating func next() -> String { Hex.encode(numbers.next()) }
}
