import Contracts
import Feature
import Secrets

/// A file that was decoded, hashed and looked at beside the writer.
struct CheckedFile: Sendable {
  let size: Int
  let sha256: String
  let type: MediaType?

  /// - Throws: `Refusal` of kind `malformed` for text that is not base 64.
  init(_ content: FileContent) throws {
    guard let bytes = Base64.decode(standard: content.base64) else {
      throw Refusal.input(
        "/content", "documents.base64", Texts("محتوا به شکل درست base64 نیست.", "The content is not valid base64."))
    }
    size = bytes.count
    sha256 = Hex.encode(Digest.sha256(bytes))
    type = MediaType(of: bytes)
  }
}
