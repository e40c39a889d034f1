public import Feature
import Glibc
public import Jalali
public import Ledger
import Persian
public import Values

/// One request: who, from where, with which options.
public struct CallContext: Sendable {
  /// Who calls.
  public var principal: Principal
  /// By which face, from which address, in which session; stands in the ledger.
  public var origin: LedgerOrigin
  /// Stands in the answer, the log and the ledger.
  public var request: String
  /// Whether everything is taken back and the entries are shown instead.
  public var dryRun: Bool
  /// From the caller, for answers that were lost on the way; nil for none.
  public var idempotencyKey: String?
  /// What the caller believes the row in the path to be; nil when it did not say.
  public var expected: ExpectedRevision?

  /// A call without an expected revision.
  ///
  /// - Parameters:
  ///   - principal: who calls.
  ///   - origin: from where.
  ///   - request: the request's id.
  ///   - dryRun: whether everything is taken back.
  ///   - idempotencyKey: nil for none.
  public init(
    principal: Principal, origin: LedgerOrigin, request: String, dryRun: Bool = false, idempotencyKey: String? = nil
  ) {
    self.principal = principal
    self.origin = origin
    self.request = request
    self.dryRun = dryRun
    self.idempotencyKey = idempotencyKey
  }
}

/// What an action answered, or would have.
public struct ActionResult: Sendable {
  /// The output, as values.
  public let value: Value
  /// The last ledger entry it wrote; nil for a dry run.
  public let entry: Int64?
  /// The entries a dry run would have written.
  public let preview: [Value]
  /// Whether it is the stored answer of an earlier call with the same Idempotency-Key.
  public let isRepeated: Bool

  /// As faces show it: the output itself, or `{"dryRun", "result", "entries"}`.
  public func shown(dryRun: Bool) -> Value {
    dryRun ? .record(["dryRun": true, "result": value, "entries": .list(preview)]) : value
  }
}

/// Where the time comes from; the demo life and tests hand in their own.
public struct Clock: Sendable {
  /// Microseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64

  /// A clock of one's own.
  ///
  /// - Parameter now: microseconds since 1970-01-01 UTC.
  public init(now: @escaping @Sendable () -> Int64) { self.now = now }

  /// The machine's (CLOCK_REALTIME).
  public static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// The civil day in Tehran.
  public var day: JalaliDay { JalaliDay.today(unixSeconds: now() / 1_000_000) }

  /// RFC 3339, UTC, microseconds: `2026-03-21T08:00:00.123456Z`.
  public static func rfc3339(_ micros: Int64) -> String {
    let days = micros.floorDivided(by: 86_400_000_000)
    let rest = Int(micros - days * 86_400_000_000)
    let seconds = rest / 1_000_000
    // Every entry says its instant: it is written in place, without a string for each part.
    return String(unsafeUninitializedCapacity: 27) { bytes in
      var end = JalaliDay(number: Int(days)).writeISO(to: bytes)
      func put(_ mark: UInt8, _ number: Int, width: Int) {
        bytes[end] = mark
        var rest = number
        for place in stride(from: end + width, to: end, by: -1) {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        end += 1 + width
      }
      put(UInt8(ascii: "T"), seconds / 3600, width: 2)
      put(UInt8(ascii: ":"), seconds / 60 % 60, width: 2)
      put(UInt8(ascii: ":"), seconds % 60, width: 2)
      put(UInt8(ascii: "."), rest % 1_000_000, width: 6)
      bytes[end] = UInt8(ascii: "Z")
      return end + 1
    }
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
