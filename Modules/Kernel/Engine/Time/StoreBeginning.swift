import Jalali
import Store
import Values

extension Connection {
  /// The day of the first entry that the store's ledger holds; nil before there is one.
  ///
  /// - Throws: `StoreFault` when it cannot be read.
  func firstEntryDay() throws -> JalaliDay? {
    guard case .bytes(let leaf)? = try privileged("SELECT leaf FROM main.audit_entry ORDER BY id LIMIT 1").first(),
      let text = try? JSONReader.read(leaf)["at"]?.string, let at = Clock.micros(rfc3339: text)
    else { return nil }
    return JalaliDay.today(unixSeconds: at / 1_000_000)
  }
}
