/// Parts of a JSON Pointer (RFC 6901).
enum JSONPointer {
  static func escaped(_ name: String) -> String {
    var text = ""
    for character in name { text += character == "~" ? "~0" : character == "/" ? "~1" : String(character) }
    return text
  }
}
