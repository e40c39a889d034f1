import Secrets
import Testing

struct TextCodingTests {
  // RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `Base 64 gives the published texts and reads them back`(plain: String, text: String) {
    #expect(Base64.standard(Array(plain.utf8)) == text)
    #expect(Base64.decode(standard: text) == Array(plain.utf8))
    #expect(Base64.url(Array(plain.utf8)) == text.filter { $0 != "=" })
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", " Zg==", "Zg==\n", "Z g==", "Zm9v-w==", "=", "Z", "Zg==Zg==", "é",
  ])
  func `Base 64 that is not exact is refused`(text: String) {
    #expect(Base64.decode(standard: text) == nil)
  }

  @Test func `The alphabet for URLs has no plus, slash or padding and does not mix with the standard one`() {
    let bytes: [UInt8] = [0xFB, 0xFF, 0xFE, 0xFF]
    #expect(Base64.url(bytes) == "-__-_w")
    #expect(Base64.decode(url: "-__-_w") == bytes)
    #expect(Base64.decode(url: "+//+/w") == nil)
    #expect(Base64.decode(url: "-__-_w==") == nil)
    #expect(Base64.decode(url: "-__-_x") == nil)
  }

  @Test func `Every length survives both codings`() {
    for length in 0...100 {
      let bytes = Random.bytes(length)
      #expect(Base64.decode(standard: Base64.standard(bytes)) == bytes)
      #expect(Base64.decode(url: Base64.url(bytes)) == bytes)
    }
  }
}
