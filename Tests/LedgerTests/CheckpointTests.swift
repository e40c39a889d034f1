import Ledger
import Testing

struct CheckpointTests {
  let text = "audit.behzisti.example/prod/1\n1000\nnXt7FQDb1XU4ll7tnTfzMmNe/40UzSg/HUykF3xAvQ8=\n"

  @Test func `A checkpoint is three lines and is read back`() throws {
    let checkpoint = try #require(Checkpoint(text))
    #expect(checkpoint.origin == "audit.behzisti.example/prod/1")
    #expect(checkpoint.size == 1000)
    #expect(checkpoint.root.base64 == "nXt7FQDb1XU4ll7tnTfzMmNe/40UzSg/HUykF3xAvQ8=")
    #expect(checkpoint.text == text)
  }

  @Test func `Any other spelling is refused`() {
    let root = "nXt7FQDb1XU4ll7tnTfzMmNe/40UzSg/HUykF3xAvQ8="
    for bad in [
      "", "\n\n\n", "o\n1\n\(root)", "o\n1\n\(root)\nextension\n", "o\n1\n\(root)\n\n", "\n1\n\(root)\n",
      "o o\n1\n\(root)\n",
      "o\n01\n\(root)\n", "o\n+1\n\(root)\n", "o\n-1\n\(root)\n", "o\n\n\(root)\n", "o\n1 \n\(root)\n",
      "o\n۱\n\(root)\n",
      "o\n18446744073709551616\n\(root)\n", "o\n1\nnXt7\n", "o\n1\n \(root)\n", "o\r\n1\n\(root)\n",
    ] {
      #expect(Checkpoint(bad) == nil, "\(bad)")
    }
    #expect(Checkpoint("o\n18446744073709551615\n\(root)\n")?.size == .max)
    #expect(Checkpoint(origin: "two words", size: 0, root: .emptyRoot) == nil)
  }
}
