import Foundation
import Persian
import Store

/// A whole sheet of people on its way in: how long it takes with its checks and its entries, and that memory does not grow
/// with it.
struct ImportMeasures {
  let options: Options
  let sheet: Sheet
  let store: BenchStore

  func run() throws {
    try store.lend {
      let secret = store.folder.path + "/bench-secret"
      try store.password.write(toFile: secret, atomically: true, encoding: .utf8)
      func entered(_ people: Range<Int>) throws -> MeasuredProgram {
        let file = store.folder.path + "/people.csv"
        try Data(text(of: people).utf8).write(to: URL(filePath: file))
        return try MeasuredProgram(
          ["import", "people.register", file, "--store", store.folder.path, "--as", "bench", "--password-file", secret])
      }
      // Signing in and the page cache take most of the memory.
      let few = try entered(0..<1_000)
      let whole = try entered(1_000..<1_000 + options.rows)
      let hundredThousand = whole.seconds * 1e5 / Double(options.rows)
      let growth = whole.peakMiB - few.peakMiB
      sheet.keep("import.seconds", whole.seconds)
      sheet.keep("import.peakMiB", whole.peakMiB)
      sheet.add(
        "hamyar import people.register, \(options.rows) rows", goal: "<= 30 s a hundred thousand", figure: "\(short(whole.seconds)) s",
        beside: "a hundred thousand at this pace: \(short(hundredThousand)) s", isMet: hundredThousand <= 30)
      sheet.add(
        "  memory above an import of 1,000 rows", goal: "<= 16 MiB", figure: "\(short(max(0, growth))) MiB",
        beside: "\(short(whole.peakMiB)) MiB at most", isMet: growth <= 16)
    }
  }

  private func text(of people: Range<Int>) -> String {
    var text = "firstName,familyName,fatherName,nationalID,birth,isLiterate,mobile,consentedOn\r\n"
    for number in people {
      let day = "13\((20 + number % 79).padded(to: 2))/\((1 + number % 12).padded(to: 2))/\((1 + number % 29).padded(to: 2))"
      text += "مینا,کوهی\(number),رضا,\(nationalID(number)),\(day),1,0912\((number % 10_000_000).padded(to: 7)),1404/01/05\r\n"
    }
    return text
  }

  /// Spread over all there are, each once: as people come.
  private func nationalID(_ number: Int) -> String {
    let digits = ((number * 7_919_113 + 100_000_007) % 1_000_000_000).padded(to: 9)
    return (0...9).lazy.compactMap { try? NationalID(parsing: "\(digits)\($0)") }.first?.text ?? ""
  }
}
