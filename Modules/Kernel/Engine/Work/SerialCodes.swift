import Feature
import Persian
import Store
import Values

/// Short codes that can be read aloud and typed: letters, province, Jalali year, serial (`GR-27-1405-0012`).
enum SerialCodes {
  static func next<Of: Entity>(
    _ entity: Of.Type, _ province: Province?, year: Int, _ connection: Connection
  ) throws -> String {
    guard let prefix = entity.prefix else {
      throw RegistryFault(Texts("\(entity.object) پیشوند کد ندارد.", "\(entity.object) has no letters for its code."))
    }
    let place = province?.shortCode ?? "IR"
    let series: [Value] = [.text(prefix), .text(place), .int(Int64(year))]
    let last = try connection.privileged("SELECT last FROM registry_serial WHERE prefix=? AND place=? AND year=?")
      .bind(series).first()?.integer
    let serial = (last ?? 0) + 1
    let row =
      last == nil
      ? try connection.privileged("INSERT INTO registry_serial(last, prefix, place, year) VALUES(?,?,?,?)")
      : try connection.privileged("UPDATE registry_serial SET last=? WHERE prefix=? AND place=? AND year=?")
    try row.bind([.int(serial)] + series).run()
    return "\(prefix)-\(place)-\(year)-\(serial.padded(to: 4))"
  }
}
