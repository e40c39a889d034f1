import Foundation
import Jalali

/// One run: a store, its rows, and each measure in turn.
struct Bench {
  let options: Options
  let sheet: Sheet

  init(_ options: Options, _ sheet: Sheet) {
    self.options = options
    self.sheet = sheet
  }

  private func wants(_ name: String) -> Bool { options.only.isEmpty || options.only.contains(name) }

  func run() throws {
    let store = try BenchStore()
    let web = WebMeasures(options: options, sheet: sheet, store: store)
    let writing = StoreMeasures(options: options, sheet: sheet, store: store)
    if wants("growth") { try writing.growth() } else { try store.seed("bench.needs", options.rows) }
    try store.seed("bench.members", options.rows)
    // So many that the night has its work and the lists something to show.
    try store.seed("bench.bases", wants("night") ? options.agreements : 200)
    if wants("export") { try ExportMeasures(options: options, sheet: sheet, store: store).run() }
    if wants("import") { try ImportMeasures(options: options, sheet: sheet, store: store).run() }
    if wants("web") { try web.run() }
    if wants("night") { try writing.night() }
    if wants("indicators") { try writing.indicators() }
    if wants("reach") { try ReachMeasures(sheet: sheet, store: store).run() }
    if wants("append") { try LedgerMeasures(sheet: sheet, store: store).append() }
    if wants("verify") { try writing.verify() }
    sheet.note("Ratios within this run count, absolute figures drift with the machine.")
  }
}
