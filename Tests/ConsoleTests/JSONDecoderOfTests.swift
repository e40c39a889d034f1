import Engine
import Foundation

/// Catalogue entries written out as JSON.
enum JSONDecoderOfTests {
  static func entry(_ text: String) throws -> CommandEntry { try JSONDecoder().decode(CommandEntry.self, from: Data(text.utf8)) }
}
