import Engine
import Jalali
import Store
import Values

/// Does what the machine's owner asks of a running server.
struct ServerOrders: Sendable {
  let runtime: Runtime
  let nights: NightWatch

  func answer(_ order: ControlOrder) -> Value {
    do {
      switch order {
      case .nightly: return ServerOrders.value(of: try nights.run())
      case .catchUp(let reason): return ServerOrders.value(of: try nights.run(catchingUp: .owner(reason: reason)))
      case .acceptClock(let reason): return .record(["entry": .int(try runtime.acceptClock(reason: reason))])
      }
    } catch let refusal as Refusal {
      return ServerOrders.refused(refusal.code, refusal.texts)
    } catch CallFault.commit(let fault, _) {
      return ServerOrders.refused("store", fault.texts)
    } catch {
      return ServerOrders.refused("internal", Texts("خطا: \(error)", "Failed: \(error)"))
    }
  }

  private static func refused(_ code: String, _ texts: Texts) -> Value {
    .record(["refused": .text(code), "fa": .text(texts.fa), "en": .text(texts.en)])
  }

  /// Nights as `hamyar nightly --json` prints them.
  static func value(of reports: [Night.Report]) -> Value {
    .record(["reports": .list(reports.map(value(of:)))])
  }

  static func value(of report: Night.Report) -> Value {
    .record([
      "day": .day(report.day), "task": .text(report.task), "settled": .int(Int64(report.settled)),
      "refused": .int(Int64(report.refused)), "failed": .int(Int64(report.failed)),
    ])
  }
}
