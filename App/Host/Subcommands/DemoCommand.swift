import Values

enum DemoCommand: Subcommand {
  static let name = "demo"
  static let usage = "demo [--store DIR] [--config DIR] [--seed N]"
  static let texts = Texts(
    "مخزنی با سه سال زندگی در گلستان و کردستان می‌سازد.", "Builds a store that has lived three Jalali years in Golestan and Kurdistan.")
  static let flags = ["config=", "seed="]

  static func run(_ words: Words) throws -> Int32 {
    throw UsageFault("هنوز پیاده نشده است.", "Not implemented yet.")
  }
}
