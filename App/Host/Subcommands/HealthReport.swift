import Engine
import Secrets
import Store
import Values

/// The doctor's findings, printed one a line as they come.
struct HealthReport {
  private(set) var isWell = true

  /// A check that cannot be made is a bad one.
  mutating func check(_ name: String, _ fa: String, _ body: () throws -> (isGood: Bool, detail: String)) {
    var found = (isGood: false, detail: "")
    do {
      found = try body()
    } catch {
      found.detail = HealthReport.arguments(of: error)
    }
    isWell = isWell && found.isGood
    print("\(found.isGood ? "ok  " : "BAD ") \(name) · \(fa): \(found.detail)")
  }

  func tell(_ name: String, _ fa: String, _ detail: String) { print("     \(name) · \(fa): \(detail)") }

  private static func arguments(of error: any Error) -> String {
    switch error {
    case let fault as StoreFault: fault.texts.en
    case let fault as UsageFault: fault.texts.en
    case let fault as KeyFileFault: fault.en
    default: "\(error)"
    }
  }
}
