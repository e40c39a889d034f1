import Feature
import Foundation
import Testing
import Values

@testable import Engine

/// Sheets as no program wrote them: whatever is done to their octets, a row is kept as it stands or told.
@Suite struct `A damaged sheet` {
  /// Ten thousand by hand.
  private static let rounds = ProcessInfo.processInfo.environment["HAMYAR_SHEET_MUTATIONS"].flatMap(Int.init) ?? 600

  private let bench: Bench
  private let make: Command

  init() throws {
    bench = try Bench()
    make = try #require(bench.registry.command("shop.make"))
  }

  @Test func `is refused as a whole, or each of its rows is kept or refused, and no cell is lost`() throws {
    var random = SplitMix64(seed: 1_405)
    var (read, refused, kept) = (0, 0, 0)
    for round in 0..<Self.rounds {
      let octets = mutated(round, &random)
      let sheet: Sheet
      let plan: SheetImport
      do {
        sheet = try Sheet(octets)
        plan = try SheetImport(command: make, sheet: sheet, options: SheetOptions(skipsRefused: true))
      } catch let refusal as Refusal {
        #expect(!refusal.faults.isEmpty, "round \(round)")
        refused += 1
        continue
      }
      read += 1
      // What stands between separators, without blanks and quotes, is in the cells: nothing is swallowed or dropped.
      let cells = sheet.columns.map(\.title) + sheet.rows.flatMap(\.cells)
      #expect(letters(of: cells.joined()) == letters(of: text(octets)), "round \(round): \(text(octets).debugDescription)")
      let report = try plan.run(bench.runtime, bench.context(.test(.maker)), wantsCodes: false)
      #expect(report.changed + report.same + report.refused.count == sheet.count && report.tried == sheet.count, "round \(round)")
      kept += report.kept
    }
    #expect(read > Self.rounds / 10 && refused > Self.rounds / 10 && kept > 0, "\(read) read, \(refused) refused, \(kept) rows kept")
    #expect(try bench.count("shop_tool") == kept)
  }

  private func text(_ octets: [UInt8]) -> String { String(decoding: octets, as: UTF8.self) }

  /// Everything but what separates cells, quotes and blanks, in order.
  private func letters(of text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace && !"\",;\u{FEFF}".unicodeScalars.contains($0) }
  }

  private func mutated(_ round: Int, _ random: inout SplitMix64) -> [UInt8] {
    let separator = [",", ";", "\t"][Int(random.next() % 3)]
    let end = ["\n", "\r\n", "\r"][Int(random.next() % 3)]
    var rows = [["name", "weight", "province"]]
    for row in 0..<Int(random.next() % 4 + 1) {
      let name = ["ابزار \(round)-\(row)", "\"یک\(separator) دو \(round)\(row)\"", "\u{200C}نیم \(round)\(row)", "=1+\(round)\(row)"]
      rows.append([name[Int(random.next() % 4)], ["5", "۶", " 7 ", "x"][Int(random.next() % 4)], "IR-27"])
    }
    var octets = Array(rows.map { $0.joined(separator: separator) + end }.joined().utf8)
    for _ in 0..<Int(random.next() % 3) {
      let place = Int(random.next() % UInt64(octets.count))
      let marks = Array("\",;\n\r\t '=a".utf8)
      switch random.next() % 4 {
      case 0: octets.insert(marks[Int(random.next() % UInt64(marks.count))], at: place)
      case 1: octets.remove(at: place)
      case 2: octets[place] = UInt8(truncatingIfNeeded: random.next())
      default: octets.swapAt(place, Int(random.next() % UInt64(octets.count)))
      }
    }
    return octets
  }
}
