import Engine
import Store
import Values

enum ClockCommand: Subcommand {
  static let name = "clock"
  static let usage = "clock [accept --reason TEXT] [--store DIR] [--lang fa|en]"
  static let texts = Texts(
    "می‌گوید ساعت دستگاه باور می‌شود یا نه؛ accept آن را با علت می‌پذیرد.",
    "Says whether the machine's clock is believed; accept takes it as right, with the reason.")
  static let flags = ["reason=", "lang="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    switch arguments.rest {
    case []: return try tell(arguments)
    case ["accept"]: return try accept(arguments)
    default: throw UsageFault("پس از clock تنها accept می‌آید.", "Only `accept` may follow `clock`.")
    }
  }

  /// - Returns: 1 while it is doubted.
  private static func tell(_ arguments: Arguments) throws -> Int32 {
    let runtime = try StoreLocator.reading(arguments)
    let now = Clock.rfc3339(Clock.system.now())
    guard let doubt = runtime.clockDoubt else {
      print("\(now)  believed · باور می‌شود")
      return 0
    }
    let language = try arguments.language()
    print(language.map { doubt.texts[$0] } ?? "\(doubt.texts.en)\n\(doubt.texts.fa)")
    return 1
  }

  private static func accept(_ arguments: Arguments) throws -> Int32 {
    guard let reason = arguments.last("reason"), !reason.isEmpty else {
      throw UsageFault("علت را با --reason بنویسید.", "State why with --reason.")
    }
    let entry: Int64
    do {
      let runtime = try StoreLocator.runtime(arguments)
      defer { runtime.close() }
      entry = try runtime.acceptClock(reason: reason)
    } catch let fault as StoreFault where fault.kind == .locked {
      guard let answer = try ControlClient.ask(.acceptClock(reason: reason), of: StoreLocator.folder(arguments)) else { throw fault }
      entry = answer["entry"]?.integer ?? 0
    }
    print("accepted: entry \(entry) · پذیرفته شد: ثبت \(entry)")
    return 0
  }
}
