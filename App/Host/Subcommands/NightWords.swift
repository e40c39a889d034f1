import Console
import Engine
import Jalali
import Persian
import Values

/// What the night says in numbers, in one language.
struct NightWords {
  private let isPersian: Bool

  init(_ language: Language) { isPersian = language == .fa }

  /// English where no language is named: scripts read it.
  ///
  /// - Throws: `UsageFault` for a language that there is not.
  init(_ arguments: Arguments) throws { self.init(try arguments.language() ?? .en) }

  var byServer: String { said("کارگزارِ در حال کار آن را انجام داد.", "The running server did it.") }

  func day(_ day: JalaliDay) -> String { isPersian ? day.textFa : day.text }

  func counts(_ settled: Int64, _ refused: Int64, _ failed: Int64) -> String {
    said(
      "انجام‌شده \(settled)  ردشده \(refused)  کنارگذاشته \(failed)", "settled \(settled)  refused \(refused)  failed \(failed)")
  }

  func sum(_ settled: Int64, _ refused: Int64, _ failed: Int64) -> String {
    said(
      "\(settled) ردیف انجام، \(refused) رد و \(failed) کنار گذاشته شد.",
      "\(settled) rows settled, \(refused) refused, \(failed) set aside.")
  }

  func preview(_ entries: Int) -> String {
    said("\(entries) ثبت نوشته می‌شد؛ چیزی تغییر نکرد.", "\(entries) entries would be written; nothing was changed.")
  }

  func failure(_ failure: NightStatus.Failure) -> String {
    said(
      "ردیف \(failure.row)  از \(failure.since.text)  بار \(failure.tries)  ",
      "row \(failure.row)  since \(failure.since.text)  tries \(failure.tries)  ")
      + failure.error
  }

  private func said(_ fa: String, _ en: String) -> String { isPersian ? PersianText.persianDigits(fa) : en }
}
