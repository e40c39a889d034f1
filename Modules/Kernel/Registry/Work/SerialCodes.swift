import Jalali
import Persian
import Store
import Values

/// Short codes that can be read aloud and typed: letters, province, Jalali year, serial (`GR-27-1405-0012`).
enum SerialCodes {
  static func next<Of: Entity>(
    _ entity: Of.Type, _ province: Province?, _ day: JalaliDay, _ connection: Connection
  ) throws -> String {
    guard let prefix = entity.prefix else {
      throw RegistryFault(Texts("\(entity.object) پیشوند کد ندارد.", "\(entity.object) has no letters for its code."))
    }
    let place = province?.shortCode ?? "IR"
    let serial =
      try connection.kernel(
        """
        INSERT INTO registry_serial(prefix, place, year, last) VALUES(?,?,?,1)
        ON CONFLICT(prefix, place, year) DO UPDATE SET last = last + 1 RETURNING last
        """
      ).bind([.text(prefix), .text(place), .int(Int64(day.year))]).first()?.integer ?? 1
    let digits = String(serial)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(prefix)-\(place)-\(day.year)-\(padding)\(digits)"
  }
}
