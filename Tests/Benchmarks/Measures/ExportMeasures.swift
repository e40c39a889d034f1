import Foundation
import Store

/// A whole list on its way out: how long it takes, and that memory does not grow with it.
struct ExportMeasures {
  let options: Options
  let sheet: Sheet
  let store: BenchStore

  func run() throws {
    try store.lend {
      let secret = store.folder.path + "/bench-secret"
      try store.password.write(toFile: secret, atomically: true, encoding: .utf8)
      func export(_ words: String...) throws -> MeasuredProgram {
        let who = ["--store", store.folder.path, "--as", "bench", "--password-file", secret]
        return try MeasuredProgram(["export", "mobilisation.needs"] + words + who)
      }
      // Signing in costs more memory than anything behind it.
      let empty = try export("province=IR-12")
      for form in ["csv", "json"] {
        let whole = try export("--\(form)")
        let million = whole.seconds * 1e6 / Double(options.rows)
        let growth = whole.peakMiB - empty.peakMiB
        sheet.keep("export.\(form).seconds", whole.seconds)
        sheet.keep("export.\(form).peakMiB", whole.peakMiB)
        sheet.add(
          "hamyar export --\(form), \(options.rows) rows", goal: "<= 15 s a million", figure: "\(short(whole.seconds)) s",
          beside: "a million at this pace: \(short(million)) s", isMet: million <= 15)
        sheet.add(
          "  memory above an export of no rows", goal: "<= 16 MiB", figure: "\(short(max(0, growth))) MiB",
          beside: "\(short(whole.peakMiB)) MiB at most, most of it for signing in", isMet: growth <= 16)
      }
    }
  }
}
